import type { Weekday, WeeklyHours } from "@/features/schedules/template";

const week = {
  monToFri: ["monday", "tuesday", "wednesday", "thursday", "friday"],
  sunToFri: ["monday", "tuesday", "wednesday", "thursday", "friday", "sunday"],
  monToSat: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday"],
} satisfies Record<string, Weekday[]>;

function on(days: readonly Weekday[], ...windows: string[]): WeeklyHours {
  return Object.fromEntries(days.map((day) => [day, windows]));
}

/** Hours of doctors who see patients at one clinic. */
export const singleHours: readonly WeeklyHours[] = [
  on(week.monToFri, "09:00-12:00", "13:30-17:00"),
  on(["monday", "tuesday", "thursday", "friday"], "08:00-12:30", "14:00-17:30"),
  { ...on(["tuesday", "thursday"], "10:00-14:00", "15:00-19:00"), saturday: ["09:00-13:00"] },
  on(["monday", "wednesday", "friday"], "07:30-11:00", "12:00-15:30"),
  on(["monday", "tuesday", "wednesday", "thursday"], "14:00-20:00"),
  on(week.monToFri, "08:30-12:00", "14:30-18:30"),
  { ...on(["wednesday", "thursday", "friday"], "09:30-13:30"), saturday: ["10:00-15:00"] },
  { ...on(week.monToFri, "07:00-10:00", "10:30-13:00"), wednesday: ["12:00-18:00"] },
  {
    ...on(["monday", "thursday"], "12:00-20:00"),
    tuesday: ["08:15-12:15"],
    sunday: ["10:00-13:00"],
  },
  on(["tuesday", "wednesday", "friday"], "08:00-11:00", "11:30-14:30", "15:00-17:00"),
];

/** Hours that one person can keep at two clinics, with time to get from one to the other. */
export const pairedHours: readonly (readonly [WeeklyHours, WeeklyHours])[] = [
  [
    on(["monday", "wednesday", "friday"], "09:00-12:00", "13:00-16:30"),
    { ...on(["tuesday", "thursday"], "10:00-14:00", "15:00-18:00"), saturday: ["09:00-12:00"] },
  ],
  [on(week.monToFri, "08:00-12:00"), on(["monday", "tuesday", "thursday"], "14:00-18:30")],
  [
    on(["monday", "tuesday"], "08:30-12:30", "13:30-17:00"),
    on(["thursday", "friday"], "11:00-19:00"),
  ],
  [
    on(["monday", "wednesday", "thursday"], "07:45-11:45"),
    on(["monday", "wednesday", "thursday"], "13:30-17:30"),
  ],
];

/** Hours of urgent care: evenings to midnight, nights, and everything between. */
export const urgentHours: readonly WeeklyHours[] = [
  { ...on(["thursday", "friday", "saturday", "sunday"], "20:00-02:00"), monday: ["17:00-24:00"] },
  { ...on(week.monToFri, "16:00-24:00"), saturday: ["10:00-18:00"] },
  { ...on(["monday", "tuesday", "wednesday"], "22:00-06:00") },
  { ...on(["saturday", "sunday"], "08:00-14:00", "15:00-21:00"), friday: ["15:00-24:00"] },
  { ...on(week.monToSat, "06:30-09:30", "18:00-23:30") },
];

/** Few hours a week, so that a handful of patients fill them. */
export const scarceHours: readonly WeeklyHours[] = [
  on(["tuesday", "thursday"], "09:00-12:00"),
  on(["monday", "wednesday"], "14:00-17:00"),
  on(["friday"], "08:30-12:00"),
];

/** Hours as they are kept in Mumbai, with a long afternoon between. */
export const mumbaiHours: readonly WeeklyHours[] = [
  on(week.monToSat, "10:00-13:00", "17:30-20:30"),
  on(["monday", "wednesday", "friday", "saturday"], "09:30-12:30", "18:00-21:00"),
  on(week.monToSat, "16:00-20:00"),
];

/** Hours in Kathmandu, where the free day is Saturday. */
export const kathmanduHours: readonly WeeklyHours[] = [
  on(week.sunToFri, "10:00-13:00", "14:00-17:00"),
  on(week.sunToFri, "07:00-09:00", "16:00-19:00"),
  on(["sunday", "tuesday", "thursday"], "11:00-16:45"),
];
