"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SeenShift } from "../schema";
import { spanText } from "../span-text";

export type Plan = (SeenShift & {
  state: "new" | "covered" | "busy" | "past";
  name: string | null;
})[];

type RotaPlanProps = { plan: Plan; zone: string; isSaving: boolean; onSave: () => void };

/** What a rota would write, line by line, and what is in its way. */
export function RotaPlan({ plan, zone, isSaving, onSave }: RotaPlanProps) {
  const t = useTranslations("duty");
  const count = plan.filter(({ state }) => state === "new").length;
  const busy = plan.filter(({ state }) => state === "busy").length;
  return (
    <section aria-label={t("previewTitle")} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <h3 className="text-h3">{t("previewTitle")}</h3>
      {busy > 0 && (
        <Notice tone="caution" isLive>
          {t("conflicts", { count: busy })}
        </Notice>
      )}
      <table className="w-full border-collapse max-sm:block">
        <thead className="max-sm:sr-only">
          <tr className="border-b border-line-strong text-small text-ink-muted">
            {(["when", "who", "what"] as const).map((column) => (
              <th key={column} scope="col" className="py-2 pe-4 text-start font-semibold">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {plan.map((one) => (
            <tr
              key={one.startMs}
              className="border-b border-line align-top max-sm:grid max-sm:py-2"
            >
              <td className="py-1.5 pe-4 max-sm:p-0">{spanText(one, zone)}</td>
              <td className="py-1.5 pe-4 font-semibold wrap-anywhere max-sm:p-0">
                {one.name ?? "–"}
              </td>
              <td
                className={`py-1.5 max-sm:p-0 ${one.state === "busy" ? "font-semibold text-critical" : "text-ink-muted"}`}
              >
                {t(`state_${one.state}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div>
        {count > 0 ? (
          <Button isPending={isSaving} onClick={onSave}>
            {t("fillCount", { count })}
          </Button>
        ) : (
          <p role="status">{t("fillCount", { count })}</p>
        )}
      </div>
    </section>
  );
}
