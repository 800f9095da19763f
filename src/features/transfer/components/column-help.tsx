import { ChevronDown } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { messages } from "@/i18n/messages";
import { type Kind, kinds } from "../kinds";
import { headerOf, sheets } from "../sheets";

type Meaning = keyof (typeof messages)["transfer"]["columns"];

const ofDoctors: Record<string, Meaning> = {
  email: "emailOfDoctor",
  license_number: "licenseOfDoctor",
};

/** Every column of each kind: its name, what it means, and whether it is needed. */
export async function ColumnHelp() {
  const t = await getTranslations("transfer");
  return (
    <div className="grid gap-2">
      {kinds.map((kind) => (
        <details key={kind} className="group rounded-control border border-line">
          <summary className="flex min-h-touch cursor-pointer list-none items-center justify-between gap-3 px-4 font-semibold [&::-webkit-details-marker]:hidden">
            {t(`kinds.${kind}`)}
            <ChevronDown aria-hidden className="size-5 group-open:rotate-180" />
          </summary>
          <dl className="divide-y divide-line px-4 pb-2">
            {headerOf(sheets[kind]).map((name) => (
              <div key={name} className="grid gap-x-6 gap-y-0.5 py-2.5 sm:grid-cols-[15rem_1fr]">
                <dt className="font-mono text-small wrap-anywhere">{name}</dt>
                <dd className="text-small">
                  {t(`columns.${meaningOf(kind, name)}`)}
                  <Note kind={kind} name={name} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </div>
  );
}

const meaningOf = (kind: Kind, name: string) =>
  ((kind === "doctors" && ofDoctors[name]) || name) as Meaning;

async function Note({ kind, name }: { kind: Kind; name: string }) {
  const t = await getTranslations("transfer");
  const { columns, informative } = sheets[kind];
  const isNeeded = columns.some((column) => column.name === name && column.isNeeded);
  const note = isNeeded ? t("columnNeeded") : informative.includes(name) && t("columnIgnored");
  return note && <span className="text-ink-muted"> ({note})</span>;
}
