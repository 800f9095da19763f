import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import type { KeptRole } from "../role-offers";

/** The roles that somebody can't take now, each with the reason and the way. */
export async function RoleObstacles(props: { kept: KeptRole[]; patientAhead: number }) {
  const t = await getTranslations("people");
  if (props.kept.length === 0) return null;
  return (
    <Section title={t("roleImpossible")}>
      <ul className="grid list-disc gap-2 ps-5 text-ink-muted">
        {props.kept.map(({ role, obstacle }) => (
          <li key={role}>
            {t(`obstacle_${obstacle}`, { role: t(`role_${role}`), count: props.patientAhead })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
