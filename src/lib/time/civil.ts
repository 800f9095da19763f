export const MS_PER_MINUTE = 60_000;
export const MS_PER_DAY = 86_400_000;

/**
 * Days since 1970-01-01 of a Gregorian date (month 1-12). Integer arithmetic, because the slot
 * engine asks thousands of times in one request and a Temporal object each time is too slow.
 */
export function epochDayOf(year: number, month: number, day: number): number {
  // Years are counted from March, so that the leap day is the last day of its year.
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468;
}

/** 0 = Monday ... 6 = Sunday, of a count of days since 1970-01-01 (a Thursday). */
export function weekdayIndexOf(epochDay: number): number {
  return (((epochDay + 3) % 7) + 7) % 7;
}
