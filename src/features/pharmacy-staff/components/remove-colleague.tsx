"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { trpc } from "@/trpc/client";
import { reload } from "./reload";
import { Sure } from "./sure";

type RemoveColleagueProps = { staffId: string; revision: number; name: string };

/** Ends a colleague's access. */
export function RemoveColleague({ staffId, revision, name }: RemoveColleagueProps) {
  const t = useTranslations("pharmacyStaff");
  const router = useRouter();
  const remove = trpc.pharmacyStaff.removeColleague.useMutation({
    onSuccess: () => router.refresh(),
  });
  return (
    <Sure
      title={t("removeTitle", { name })}
      body={t("removeBody")}
      label={t("remove")}
      ariaLabel={t("removeNamed", { name })}
      deed={{ ...remove, mutate: () => remove.mutate({ staffId, expectedRevision: revision }) }}
    />
  );
}

/** The way out, for oneself. */
export function LeavePharmacy() {
  const t = useTranslations("pharmacyStaff");
  const leave = trpc.pharmacyStaff.leave.useMutation({
    onSuccess: () => void reload("/pharmacy/join"),
  });
  return (
    <Sure
      title={t("leaveTitle")}
      body={t("leaveBody")}
      label={t("leave")}
      deed={{ ...leave, mutate: () => leave.mutate() }}
    />
  );
}
