import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { ClientMessages } from "@/i18n/client-messages";
import { ApiProvider } from "@/trpc/client";
import { holds, mayGrantTo, type Standing } from "../policy";
import type { Administrator } from "../store";
import { GrantsForm } from "./grants-form";
import { RightsList } from "./rights-list";

type AdministratorRightsProps = { administrator: Administrator; viewer: Standing };

/** The rights of an administrator: to change, or, for who may not change them, to look at. */
export async function AdministratorRights({ administrator, viewer }: AdministratorRightsProps) {
  const t = await getTranslations("administrators");
  const { userId, isActive, revision, department, jobTitle, grants, isEmailVerified } =
    administrator;
  const own = viewer.grants;
  if (own && mayGrantTo(viewer, { userId, isActive, grants }))
    return (
      <ClientMessages only={["administrators", "form", "refusals"]}>
        <ApiProvider>
          <div className="grid gap-6">
            {!isEmailVerified && <Notice tone="caution">{t("unconfirmed")}</Notice>}
            <GrantsForm {...{ userId, revision, department, jobTitle, own }} now={grants} />
          </div>
        </ApiProvider>
      </ClientMessages>
    );
  const reason = holds(viewer, "administrators.grant") ? "tooHigh" : "mayOnlyRead";
  return (
    <div className="grid gap-6">
      <Notice>{t(userId === viewer.userId ? "ownRights" : reason)}</Notice>
      <RightsList grants={grants} />
    </div>
  );
}
