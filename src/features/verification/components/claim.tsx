import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { DefinitionList } from "@/components/ui/definition-list";
import type { ClaimLine } from "../rules";

/** What somebody says of themselves, as it stands beside the documents. */
export async function Claim({ lines }: { lines: readonly ClaimLine[] }) {
  const t = await getTranslations("verification");
  return (
    <Section title={t("claim")}>
      <DefinitionList
        items={lines.map(({ label, value }) => ({
          term: label,
          value: <span className="whitespace-pre-line wrap-anywhere">{value}</span>,
        }))}
      />
    </Section>
  );
}
