import { afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import type { DoctorId } from "@/lib/ids";
import { type Change, Changes } from "@/server/ports/changes";
import { databaseChanges } from "@/server/ports/changes-database";
import { poll } from "@/server/ports/changes-poll";
import { isEmbedded, resetDatabase } from "@/testing/database";
import { createAppointment } from "@/testing/factories/appointment";
import { createDoctor } from "@/testing/factories/doctor";
import { db } from "./appointments.test-support";
import { followAgenda } from "./live";

const leaving: (() => void)[] = [];
let isPolled: boolean;

beforeAll(async () => {
  isPolled = await isEmbedded();
});
beforeEach(resetDatabase);
afterEach(() => {
  for (const leave of leaving.splice(0)) leave();
});

/** Changes as one more process of the app would hear them. */
const aProcess = () => new Changes(databaseChanges(inject("databaseUrl"), db));
const aDoctor = async () => (await createDoctor(db)).id as DoctorId;

/** Follows a doctor, and answers with what was heard so far and a way to await more. */
function follow(changes: Changes, doctorId: DoctorId) {
  const heard: Change[] = [];
  leaving.push(
    changes.follow(doctorId, { hear: (change) => void heard.push(change), onEnd: () => {} }),
  );
  const hear = (wanted: (change: Change) => boolean) =>
    expect.poll(() => heard.some(wanted), { timeout: 15_000 }).toBe(true);
  return { heard, hear };
}

const isRefresh = ({ kind }: Change) => kind === "refresh";

/** Word of an appointment, or, where the database does not say which, of any change. */
const isAbout = (appointmentId: string) => (change: Change) =>
  isPolled
    ? isRefresh(change)
    : "appointmentId" in change && change.appointmentId === appointmentId;

describe("changes of a doctor's calendar", () => {
  it("are heard in every process", async () => {
    const doctorId = await aDoctor();
    const followers = [follow(aProcess(), doctorId), follow(aProcess(), doctorId)];
    for (const { hear, heard } of followers) {
      await hear(isRefresh);
      heard.length = 0;
    }
    const { id } = await createAppointment(db, { doctorId });
    for (const { hear } of followers) await hear(isAbout(id));
  });

  it("are not told to another doctor's followers", async () => {
    const [mine, others] = [await aDoctor(), await aDoctor()];
    const changes = aProcess();
    const [me, other] = [follow(changes, mine), follow(changes, others)];
    await me.hear(isRefresh);
    await other.hear(isRefresh);
    other.heard.length = 0;
    me.heard.length = 0;
    const { id } = await createAppointment(db, { doctorId: mine });
    await me.hear(isAbout(id));
    expect(other.heard.filter((change) => "appointmentId" in change)).toEqual([]);
  });

  it("are heard again after the connection was cut", async ({ skip }) => {
    if (isPolled) return skip("the embedded database has no connections to cut");
    const doctorId = await aDoctor();
    const { hear, heard } = follow(aProcess(), doctorId);
    await hear(isRefresh);
    heard.length = 0;
    const cut = await db.$queryRaw<unknown[]>`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'medico24 changes' AND datname = current_database()`;
    expect(cut.length).toBeGreaterThan(0);
    await hear(isRefresh);
    const { id } = await createAppointment(db, { doctorId });
    await hear(isAbout(id));
  });

  it("go on when another doctor is removed, or a word is none of ours", async () => {
    const [doctorId, leaver] = [await aDoctor(), await aDoctor()];
    await createAppointment(db, { doctorId: leaver });
    const { hear, heard } = follow(aProcess(), doctorId);
    await hear(isRefresh);
    heard.length = 0;
    await db.doctor.delete({ where: { id: leaver } });
    for (const word of ["", "null", '{"doctorId":null}'])
      await db.$executeRaw`SELECT pg_notify('medico24_appointments', ${word})`;
    const { id } = await createAppointment(db, { doctorId });
    await hear(isAbout(id));
    if (!isPolled) expect(heard.some(isRefresh)).toBe(false);
  });

  it("include a proposal that is declined", async () => {
    const doctorId = await aDoctor();
    const appointment = await createAppointment(db, { doctorId });
    const proposal = await db.appointmentProposal.create({
      data: { appointmentId: appointment.id, startsAt: new Date("2030-01-08T15:00:00Z") },
    });
    const { hear, heard } = follow(aProcess(), doctorId);
    await hear(isRefresh);
    heard.length = 0;
    await db.appointmentProposal.update({
      where: { id: proposal.id },
      data: { status: "declined", answeredAt: new Date() },
    });
    await hear(isAbout(appointment.id));
  });

  it("are found by looking where the database does not announce them", async () => {
    const doctorId = await aDoctor();
    const changes = new Changes((audience, signal) => poll(db, audience, signal, 50));
    const { hear, heard } = follow(changes, doctorId);
    await expect.poll(() => heard.length).toBe(2);
    heard.length = 0;
    const { id } = await createAppointment(db, { doctorId });
    await hear(isRefresh);
    heard.length = 0;
    await db.appointment.update({ where: { id }, data: { delayMinutes: 20 } });
    await hear(isRefresh);
  });
});

describe("a stream of changes", () => {
  it("begins with a look at everything, and passes on what follows", async () => {
    const doctorId = await aDoctor();
    const changes = aProcess();
    const stop = new AbortController();
    const stream = followAgenda(changes, doctorId, stop.signal);
    expect((await stream.next()).value).toEqual({ kind: "refresh" });
    changes.tellAll({ kind: "refresh" });
    expect((await stream.next()).value).toEqual({ kind: "refresh" });
    stop.abort();
    expect((await stream.next()).done).toBe(true);
  });

  it("leaves nothing behind, however often someone comes and goes", async () => {
    const doctorId = await aDoctor();
    const changes = aProcess();
    for (let i = 0; i < 100; i += 1) {
      const stop = new AbortController();
      const stream = followAgenda(changes, doctorId, stop.signal);
      await stream.next();
      const more = stream.next();
      expect(changes.doctors()).toEqual([doctorId]);
      stop.abort();
      await more.catch(() => {});
    }
    expect(changes.doctors()).toEqual([]);
  });

  it("asks those who follow to come again elsewhere when the process ends", async () => {
    const changes = aProcess();
    const stream = followAgenda(changes, await aDoctor(), new AbortController().signal);
    await stream.next();
    changes.end();
    await expect(stream.next().then(() => stream.next())).rejects.toMatchObject({
      code: "SERVICE_UNAVAILABLE",
    });
    expect(changes.doctors()).toEqual([]);
  });
});
