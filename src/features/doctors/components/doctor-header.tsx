import { getTranslations } from "next-intl/server";
import { Avatar } from "@/components/ui/avatar";
import type { DoctorPage } from "../schema";
import { DoctorRating } from "./doctor-rating";

export async function DoctorHeader({ doctor }: { doctor: DoctorPage }) {
  const t = await getTranslations("doctor");
  const { experienceYears: years, patientsTreated: treated } = doctor;
  const facts = [
    years ? t("experience", { years }) : null,
    treated > 0 ? t("treated", { count: treated }) : null,
  ].filter((fact) => fact !== null);
  return (
    <div className="flex items-start gap-4 sm:gap-6">
      <Avatar name={doctor.name} size="lg" />
      <div className="grid min-w-0 gap-1">
        <h1 className="wrap-anywhere text-h1">{doctor.name}</h1>
        <p className="text-lead">
          {doctor.specialization}
          {doctor.subSpecialization && (
            <span className="text-ink-muted"> · {doctor.subSpecialization}</span>
          )}
        </p>
        <DoctorRating rating={doctor.rating} />
        {facts.length > 0 && <p className="text-small text-ink-muted">{facts.join(" · ")}</p>}
      </div>
    </div>
  );
}
