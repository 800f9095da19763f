import { getTranslations } from "next-intl/server";
import { TabNav } from "@/components/ui/tab-nav";
import { parseInstant } from "@/lib/time/instant";
import { doctorHref } from "../doctor-url";
import type { DoctorClinic, DoctorPage } from "../schema";
import { VisitTerms } from "./doctor-facts";
import { type Week, WeekPicker } from "./week-picker";

type FreeTimesProps = {
  doctor: DoctorPage;
  clinic: DoctorClinic;
  week: Week;
  from: string | undefined;
};

/** The free times at one clinic of the doctor; the others are a link away. */
export async function FreeTimes({ doctor, clinic, week, from }: FreeTimesProps) {
  const t = await getTranslations("doctor");
  const first = week.days.flatMap((day) => day.times)[0] ?? week.none?.nextFree;
  const shown = first ? parseInstant(first) : null;
  const tabs = doctor.clinics.map(({ slug, name }) => ({
    href: doctorHref(doctor.slug, { clinic: slug, ...(from && { from }) }),
    label: name,
    isCurrent: slug === clinic.slug,
  }));
  return (
    <div className="grid gap-5">
      {tabs.length > 1 ? (
        <TabNav label={t("clinicChoice", { name: doctor.name })} tabs={tabs} />
      ) : (
        <p className="font-semibold">{clinic.name}</p>
      )}
      <VisitTerms clinic={clinic} speciality={doctor.specialization} at={shown} />
      <WeekPicker
        week={week}
        clinicName={clinic.name}
        hrefFrom={(date) => doctorHref(doctor.slug, { clinic: clinic.slug, from: date })}
      />
    </div>
  );
}
