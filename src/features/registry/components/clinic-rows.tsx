import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";
import { formatDistance } from "@/lib/geo";
import type { RegisteredClinic } from "../list-store";
import { ClinicBadge } from "./clinic-badge";

type ClinicRowsProps = {
  clinics: readonly (RegisteredClinic & { metres?: number | null })[];
  /** What can be done with one besides opening it. */
  action?: (clinic: RegisteredClinic) => ReactNode;
};

export async function ClinicRows({ clinics, action }: ClinicRowsProps) {
  const t = await getTranslations("registry");
  return (
    <ul className="divide-y divide-line border-y border-line">
      {clinics.map((clinic) => {
        const { id, name, address, city, status, doctors, metres = null } = clinic;
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-1 py-3">
            <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
              <TextLink
                href={`/admin/clinics/${id}`}
                look="title"
                className="inline-block py-1.5 font-semibold wrap-anywhere"
              >
                {name}
              </TextLink>
              <p className="text-small text-ink-muted wrap-anywhere">
                {[address, city, metres !== null && t("away", { distance: formatDistance(metres) })]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            <p className="text-small text-ink-muted">{t("doctorsHere", { count: doctors })}</p>
            <ClinicBadge status={status} />
            {action?.(clinic)}
          </li>
        );
      })}
    </ul>
  );
}
