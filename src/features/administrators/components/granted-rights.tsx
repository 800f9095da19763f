"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { Notice } from "@/components/ui/notice";
import type { Grants } from "@/lib/rights";
import { type GrantAnswers, grantsOf } from "../form-schema";
import { RightsChange } from "./rights-change";
import { RightsMatrix } from "./rights-matrix";
import { RoomsField } from "./rooms-field";

/** Rooms and rights beside the level, and what comes of them; a super admin has no such choice. */
export function GrantedRights({ now, own }: { now: Grants | null; own: Grants }) {
  const t = useTranslations("administrators");
  const answers = useWatch() as GrantAnswers;
  const wished = grantsOf(answers);
  return (
    <>
      {wished?.accessLevel === "super_admin" ? (
        <Notice title={t("wholeTitle")}>{t("wholeBody")}</Notice>
      ) : (
        <>
          <RoomsField areChosen={answers.rooms === "some"} />
          <RightsMatrix now={now} wished={wished} />
        </>
      )}
      <RightsChange now={now} wished={wished} own={own} />
    </>
  );
}
