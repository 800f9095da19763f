import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { ButtonLink } from "@/components/ui/button-link";
import { ClientMessages } from "@/i18n/client-messages";
import type { Actor } from "@/server/actor";
import { ApiProvider } from "@/trpc/client";
import type { Person } from "../person-store";
import { consequencesOfOff } from "../rules";
import { SwitchDialog } from "./switch-dialog";

/** What the viewer may do about somebody's account. */
export async function PersonActions({ person, viewer }: { person: Person; viewer: Actor }) {
  const t = await getTranslations("people");
  const maySwitch = viewer.rights.has("people.deactivate");
  const mayChange = viewer.rights.has("people.role");
  if (!maySwitch && !mayChange) return null;
  const { userId, isActive } = person;
  return (
    <Section title={t("account")}>
      {userId === viewer.userId ? (
        <p className="text-ink-muted">{t("itsYou")}</p>
      ) : (
        <div className="flex flex-wrap gap-3">
          {mayChange && (
            <ButtonLink href={`/admin/people/${userId}/role`} variant="secondary">
              {t("changeRole")}
            </ButtonLink>
          )}
          {maySwitch && (
            <ClientMessages only={["people", "form", "refusals"]}>
              <ApiProvider>
                <SwitchDialog
                  userId={userId}
                  name={person.name || person.email}
                  isActive={isActive}
                  consequences={consequencesOfOff(person)}
                />
              </ApiProvider>
            </ClientMessages>
          )}
        </div>
      )}
    </Section>
  );
}
