import { beforeEach, describe, expect, it } from "vitest";
import { instantOf, parseInstant } from "@/lib/time/instant";
import { fromEpochDay } from "@/lib/time/plain-date";
import { zoneClock } from "@/lib/time/zone-clock";
import { callAs } from "@/testing/caller";
import { resetDatabase, testDatabase } from "@/testing/database";
import { random } from "@/testing/demo/random";
import { appointmentRow, createAppointment } from "@/testing/factories/appointment";
import { createAssociation } from "@/testing/factories/association";
import { createClinic } from "@/testing/factories/clinic";
import { createDoctor } from "@/testing/factories/doctor";
import { createPatient } from "@/testing/factories/patient";
import { mondayOf, totalOf } from "./rules";

const db = testDatabase();
const now = parseInstant("2026-10-28T15:00:00Z") ?? instantOf(0);
const day = 86_400_000;

beforeEach(resetDatabase);

const zones = ["America/Chicago", "Australia/Sydney", "Asia/Kathmandu"];
const statuses = ["completed", "no_show", "cancelled", "scheduled", "confirmed", "in_progress"];

/** A doctor at three clinics around the world, with 400 appointments at random times. */
async function randomWorld(seed: number) {
  const rng = random(`insights ${seed}`);
  const doctor = await createDoctor(db);
  const { id: patientId } = await createPatient(db);
  const posts = await Promise.all(
    zones.map(async (timezone) => {
      const clinic = await createClinic(db, { timezone });
      const { id } = await createAssociation(db, { doctorId: doctor.id, clinicId: clinic.id });
      return { id, slug: clinic.slug, timezone };
    }),
  );
  // Each at a time of its own, so that nobody is in two places; some outside the weeks shown.
  const rows = Array.from({ length: 400 }, (_, index) => {
    const startsAt = new Date(Date.UTC(2026, 6, 20) + index * 9 * 3_600_000);
    const post = rng.pick(posts);
    const status = rng.pick(statuses);
    const facts = {
      startsAt,
      durationMinutes: rng.pick([15, 30, 45]),
      status,
      origin: rng.chance(0.2) ? "walk_in" : "online",
      createdAt: new Date(startsAt.getTime() - rng.int(0, 40) * day),
    };
    return { post, ...facts };
  });
  await db.appointment.createMany({
    data: rows.map(({ post, ...facts }) => {
      const { id: doctorClinicId, timezone } = post;
      return appointmentRow({
        ...facts,
        patientId,
        doctorId: doctor.id,
        doctorClinicId,
        timezone,
      });
    }),
  });
  return { doctor, posts, rows };
}

type Row = Awaited<ReturnType<typeof randomWorld>>["rows"][number];

const weekOf = ({ startsAt, post }: Row) =>
  mondayOf(zoneClock(post.timezone).epochDayAt(startsAt.getTime()));

function median(values: number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Counted one by one. */
function expected(rows: Row[]) {
  const having = (...wanted: string[]) => rows.filter(({ status }) => wanted.includes(status));
  const standing = having("completed", "scheduled", "confirmed", "in_progress");
  return {
    completed: having("completed").length,
    missed: having("no_show").length,
    cancelled: having("cancelled").length,
    ahead: standing.length - having("completed").length,
    booked: standing.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0),
  };
}

const waits = (rows: Row[]) =>
  median(
    rows
      .filter(({ status, origin }) => status !== "cancelled" && origin === "online")
      .map(({ startsAt, createdAt }) => (startsAt.getTime() - createdAt.getTime()) / day),
  );

describe("what a practice looks like", () => {
  it.each([1, 2, 3])(
    "is what one counts by hand, of each clinic and of all (world %i)",
    async (seed) => {
      const { doctor, posts, rows } = await randomWorld(seed);
      const api = await callAs(db, doctor.userId, now);
      for (const post of [null, ...posts]) {
        const own = post ? rows.filter((row) => row.post === post) : rows;
        const read = await api.insights.read(post ? { clinic: post.slug } : {});
        expect(read.chosen?.slug).toBe(post?.slug);
        for (const { week, open, waitDays, ...figures } of [...read.past, ...read.coming]) {
          const inWeek = own.filter((row) => weekOf(row) === week);
          expect(figures, fromEpochDay(week).toString()).toEqual(expected(inWeek));
          // From nine to five each day at each clinic, in weeks without a change of the clocks at work.
          expect(open).toBe((post ? 1 : 3) * 7 * 8 * 60);
          const isPast = read.past.some((one) => one.week === week);
          if (isPast) expect(waitDays).toEqual(waits(inWeek));
          else expect(waitDays).toBeNull();
        }
        const period = own.filter((row) => read.past.some(({ week }) => week === weekOf(row)));
        expect(read.totals).toMatchObject({ ...expected(period), waitDays: waits(period) });
      }
    },
  );

  it("is the doctor's own; another's clinic reads as all, and a clinic left long ago is not listed", async () => {
    const { doctor } = await randomWorld(4);
    await createAssociation(db, { doctorId: doctor.id, status: "ended" });
    const other = await createAppointment(db, { startsAt: new Date("2026-10-29T15:00:00Z") });
    const { clinic } = await db.doctorClinic.findUniqueOrThrow({
      where: { id: other.doctorClinicId ?? "" },
      include: { clinic: true },
    });
    const api = await callAs(db, doctor.userId, now);
    const read = await api.insights.read({ clinic: clinic.slug });
    expect(read.chosen).toBeNull();
    expect(read.clinics).toHaveLength(3);

    const colleague = await createDoctor(db);
    const empty = await (await callAs(db, colleague.userId, now)).insights.read({});
    expect([empty.clinics, totalOf(empty.totals), empty.totals.waitDays]).toEqual([[], 0, null]);
  });
});
