import { readHolidays } from "@/features/opening-hours/holidays-store";
import { stateAt, windowsOn } from "@/features/opening-hours/rules";
import { surroundingsOf } from "@/features/opening-hours/sun";
import type { PrismaClient } from "@/generated/prisma/client";
import type { Instant } from "@/lib/time/instant";
import { clinicDateOf } from "@/lib/time/zone";
import { getRoom, type Room } from "../room-store";

/** A pharmacy as its staff sees it first: how it stands, this week, and now. */
export async function showRoom(db: PrismaClient, pharmacyId: string, now: Instant) {
  const room = await getRoom(db, pharmacyId);
  return { ...room, ...(await openingOf(db, room, now)) };
}

/** Instants are ISO texts in UTC; null where the hours are not known. */
async function openingOf(db: PrismaClient, room: Room, now: Instant) {
  const { hours, timezone } = room;
  if (!hours) return { week: null, state: null };
  const today = clinicDateOf(now, timezone);
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const countries = room.country ? [room.country] : [];
  const holidays = await readHolidays(db, countries, monday, today.add({ days: 15 }));
  const around = surroundingsOf(room, holidays);
  const week = Array.from({ length: 7 }, (_, index) => {
    const date = monday.add({ days: index });
    return {
      date: date.toString(),
      isToday: date.equals(today),
      holiday: holidays.get(room.country ?? "")?.get(date.toString()) ?? null,
      windows: windowsOn(hours, date, around),
    };
  });
  const state = stateAt(hours, now, around);
  return {
    week,
    state: state.isOpen
      ? { ...state, until: state.until?.toString() ?? null }
      : { isOpen: false as const, opens: state.opens?.toString() ?? null },
  };
}
