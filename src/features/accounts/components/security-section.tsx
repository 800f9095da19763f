import { CircleCheck, TriangleAlert } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import type { Actor } from "@/server/actor";
import { stepPath } from "../landing";
import { EndEverywhere } from "./end-everywhere";

type SecuritySectionProps = { actor: Pick<Actor, "email" | "isEmailVerified"> };

export async function SecuritySection({ actor }: SecuritySectionProps) {
  const t = await getTranslations("accountPages");
  const address = (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <bdi className="break-all">{actor.email}</bdi>
      {actor.isEmailVerified ? (
        <Badge tone="positive" icon={CircleCheck}>
          {t("emailConfirmed")}
        </Badge>
      ) : (
        <>
          <Badge tone="caution" icon={TriangleAlert}>
            {t("emailNotConfirmed")}
          </Badge>
          <TextLink href={stepPath("verify", "/account")} className="py-2">
            {t("confirmNow")}
          </TextLink>
        </>
      )}
    </span>
  );
  const password = (
    <TextLink href="/reset-password" className="inline-block py-2">
      {t("changePassword")}
    </TextLink>
  );
  return (
    <Section title={t("security")}>
      <Card className="grid gap-6">
        <DefinitionList
          items={[
            { term: t("emailTerm"), value: address },
            { term: t("passwordTerm"), value: password },
          ]}
        />
        <form method="post" action="/sign-out">
          <Button type="submit" variant="secondary">
            {t("signOut")}
          </Button>
        </form>
        <EndEverywhere />
      </Card>
    </Section>
  );
}
