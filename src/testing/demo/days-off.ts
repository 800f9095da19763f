import type { ExceptionFacts } from "@/features/schedules/schema";
import { readWindows, type WeeklyHours } from "@/features/schedules/template";
import { toDate } from "@/lib/time/instant";
import { intervalOf, intervalSet } from "@/lib/time/interval";
import { fromDateColumn, type PlainDate, toDateColumn, toEpochDay } from "@/lib/time/plain-date";
import { resolveWall } from "@/lib/time/zone";
import { blockedTimeRow } from "@/testing/factories/blocked-time";
import { scheduleExceptionRow } from "@/testing/factories/schedule-exception";
import type { DemoAssociation } from "./associations";
import type { Clock } from "./clock";
import type { DemoDoctor } from "./doctors";
import { idOf } from "./random";

type ExceptionRow = ReturnType<typeof scheduleExceptionRow>;
type BlockRow = ReturnType<typeof blockedTimeRow>;

/** Who is away next month, sees patients on a Saturday for once, or needs an hour for something else. */
export function buildDaysOff(associations: readonly DemoAssociation[], clock: Clock) {
  const current = associations.filter(({ row }) => row.status === "active");
  const doctors = [...new Set(current.map(({ doctor }) => doctor))];
  const away = doctors.filter((doctor, index) => isDemoDoctor(doctor) || index % 9 === 4);
  const isOnly = ({ doctor }: DemoAssociation) =>
    current.filter((one) => one.doctor === doctor).length === 1;
  const ofDemoDoctor = current.filter(({ row, doctor }) => row.isPrimary && isDemoDoctor(doctor));
  const extra = current.filter((one, index) => isFreeOnSaturday(one, index) && isOnly(one));
  const exceptions = [
    ...away.map((doctor) => holiday(doctor, clock)),
    ...[...ofDemoDoctor, ...extra].map((association) => saturday(association, clock)),
  ];
  const blocks = ofDemoDoctor.map((association) => meeting(association, clock));
  return {
    exceptions,
    blocks,
    /** The same associations, whose engine knows. */
    associations: associations.map((one) => ({ ...one, facts: told(one, exceptions, blocks) })),
  };
}

function isDemoDoctor({ trait }: DemoDoctor): boolean {
  return trait.name?.account === "doctor";
}

/** Every tenth, unless there are hours on Saturdays anyway. */
function isFreeOnSaturday({ row, doctor }: DemoAssociation, index: number): boolean {
  const hours = row.availableTimeSlots as WeeklyHours;
  return index % 10 === 6 && !doctor.trait.isFullyBooked && !hours.saturday;
}

function holiday(doctor: DemoDoctor, clock: Clock): ExceptionRow {
  return scheduleExceptionRow({
    id: idOf(`holiday ${doctor.row.slug}`),
    doctorId: doctor.row.id,
    firstDate: clock.dateIn(30),
    lastDate: clock.dateIn(36),
    note: "Family holiday",
  });
}

function saturday({ row, doctor }: DemoAssociation, clock: Clock): ExceptionRow {
  const date = toDateColumn(nextOn([6], clock.today.add({ days: 7 })));
  return scheduleExceptionRow({
    id: idOf(`saturday ${doctor.row.slug}`),
    doctorId: doctor.row.id,
    doctorClinicId: row.id,
    kind: "extra_hours",
    firstDate: date,
    lastDate: date,
    windows: ["14:00-17:00"],
    note: "Flu shots",
  });
}

function meeting({ doctor, facts }: DemoAssociation, clock: Clock): BlockRow {
  const date = nextOn([1, 3, 5], clock.today.add({ days: 2 }));
  const startsAt = resolveWall(date, 15 * 60, facts.timezone);
  return blockedTimeRow({
    id: idOf(`meeting ${doctor.row.slug}`),
    doctorId: doctor.row.id,
    startsAt: toDate(startsAt),
    endsAt: toDate(startsAt.add({ minutes: 60 })),
    note: "Hospital board",
  });
}

function nextOn(weekdays: readonly number[], from: PlainDate): PlainDate {
  return weekdays.includes(from.dayOfWeek) ? from : nextOn(weekdays, from.add({ days: 1 }));
}

function told(
  { row, facts }: DemoAssociation,
  exceptions: readonly ExceptionRow[],
  blocks: readonly BlockRow[],
) {
  const own = exceptions.filter((one) => one.doctorId === row.doctorId);
  return {
    ...facts,
    exceptions: own
      .filter((one) => !one.doctorClinicId || one.doctorClinicId === row.id)
      .map(asFacts),
    blocked: intervalSet(
      blocks
        .filter((one) => one.doctorId === row.doctorId)
        .map((one) => intervalOf(new Date(one.startsAt), new Date(one.endsAt))),
    ),
  };
}

function asFacts({ kind, firstDate, lastDate, windows, doctorClinicId }: ExceptionRow) {
  const dayOf = (date: Date | string) => toEpochDay(fromDateColumn(new Date(date)));
  return {
    kind: kind as ExceptionFacts["kind"],
    firstDay: dayOf(firstDate),
    lastDay: dayOf(lastDate),
    windows: kind === "time_off" ? [] : readWindows(windows),
    isForAll: !doctorClinicId,
  };
}
