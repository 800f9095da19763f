import { slugSchema } from "@/lib/ids";
import type { RawParams } from "@/lib/nearby-url";
import { parsePlainDate } from "@/lib/time/plain-date";
import type { DoctorClinic } from "./schema";

/** What the address of a doctor's page chooses: the first day shown, and the clinic. */
export function readDoctorUrl(params: RawParams): {
  from?: string;
  clinic?: string;
  problems: "dateInvalid"[];
} {
  const date = first(params.from);
  const clinic = slugSchema.safeParse(first(params.clinic));
  const from = parsePlainDate(date);
  return {
    ...(from && { from: from.toString() }),
    ...(clinic.success && { clinic: clinic.data }),
    problems: date && !from ? ["dateInvalid"] : [],
  };
}

/** The address of a doctor's page with these choices. */
export function doctorHref(slug: string, choice: { from?: string; clinic?: string }): string {
  const params = new URLSearchParams();
  if (choice.clinic) params.set("clinic", choice.clinic);
  if (choice.from) params.set("from", choice.from);
  const query = params.toString();
  return query ? `/doctors/${slug}?${query}` : `/doctors/${slug}`;
}

type TimesAt = { associationId: string; days: { times: string[] }[] };

/**
 * The clinic to show the times of, with them: the one asked for, else the one with the first free
 * time, else the first. Null for a doctor without clinics.
 */
export function chooseClinic<Week extends TimesAt>(
  clinics: readonly DoctorClinic[],
  weeks: readonly Week[],
  asked: string | undefined,
): { clinic: DoctorClinic; week: Week } | null {
  const pairs = clinics.flatMap((clinic) => {
    const week = weeks.find((one) => one.associationId === clinic.associationId);
    return week ? [{ clinic, week, first: week.days.flatMap((day) => day.times)[0] ?? "~" }] : [];
  });
  const wanted = pairs.find(({ clinic }) => clinic.slug === asked);
  // ISO instants sort as they come in time; "~" is after them all.
  const soonest = [...pairs].sort((a, b) =>
    a.first < b.first ? -1 : Number(a.first > b.first),
  )[0];
  return wanted ?? soonest ?? null;
}

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? (value[0] ?? "") : (value ?? "")).trim();
}
