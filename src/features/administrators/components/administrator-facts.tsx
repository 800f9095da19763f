import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import type { Administrator } from "../store";
import { wordSignIn } from "./word-sign-in";

export async function AdministratorFacts({ administrator }: { administrator: Administrator }) {
  const t = await getTranslations("administrators");
  const { grants, department, jobTitle, loginCount: count } = administrator;
  return (
    <Card>
      <DefinitionList
        items={[
          { term: t("level"), value: <Badge>{t(`level_${grants?.accessLevel ?? "none"}`)}</Badge> },
          { term: t("department"), value: department || t("notSaid") },
          { term: t("jobTitle"), value: jobTitle || t("notSaid") },
          { term: t("lastSignIn"), value: await wordSignIn(administrator) },
          { term: t("signIns"), value: t("signInsValue", { count }) },
        ]}
      />
    </Card>
  );
}
