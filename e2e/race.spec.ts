import { randomUUID } from "node:crypto";
import type { PrismaClient } from "@/generated/prisma/client";
import type { Refusal } from "@/lib/refusal";
import { createAssociation } from "@/testing/factories/association";
import { address } from "./address";
import { expect, test } from "./fixtures";
import { sessionHeader } from "./session";
import { aClinic, aPatient, appointmentsWith } from "./world";

/* The race over HTTP, without a browser: fifty people, one doctor, one half hour. */

type Slot = { associationId: string; startsAt: string };
type Answer = { status: number; id?: string; refusal?: Refusal };
type Body = {
  result?: { data: { json: string } };
  error?: { json: { data: { refusal?: Refusal } } };
};

const fifty = Array.from({ length: 50 }, (_, index) => index);

async function book(cookie: string, slot: Slot): Promise<Answer> {
  const answer = await fetch(`${address.site}/api/trpc/appointments.book`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify({ json: { ...slot, symptoms: "A cough.", bookingKey: randomUUID() } }),
  });
  const body = (await answer.json()) as Body;
  return {
    status: answer.status,
    id: body.result?.data.json,
    refusal: body.error?.json.data.refusal,
  };
}

/** Fifty people who are signed in, all at once, each at the slot that `slotOf` gives their number. */
async function race(db: PrismaClient, slotOf: (index: number) => Slot): Promise<Answer[]> {
  const cookies = await Promise.all(
    fifty.map(async () => sessionHeader(db, (await aPatient(db)).userId)),
  );
  return Promise.all(cookies.map((cookie, index) => book(cookie, slotOf(index))));
}

function expectOneWinner(answers: Answer[]): string {
  const winners = answers.filter(({ status }) => status === 200);
  const losers = answers.filter(({ status }) => status !== 200);
  expect(winners).toHaveLength(1);
  for (const { status, refusal } of losers) {
    expect([status, refusal?.code]).toEqual([409, "SLOT_TAKEN"]);
    expect(refusal?.nearest?.length).toBeGreaterThan(0);
  }
  return winners[0]?.id ?? "";
}

test("fifty people book one slot at once: one has it, the others may choose a near one", async ({
  db,
  practice,
}) => {
  const slot = { associationId: practice.associationId, startsAt: "2026-10-30T15:00:00Z" };
  const id = expectOneWinner(await race(db, () => slot));
  const rows = await appointmentsWith(db, practice);
  expect(rows.map((row) => row.id)).toEqual([id]);
});

test("fifty people book overlapping slots of one doctor at two clinics: one has it", async ({
  db,
  practice,
}) => {
  const elsewhere = await createAssociation(db, {
    doctorId: practice.doctor.id,
    clinicId: (await aClinic(db)).id,
    availableTimeSlots: { friday: ["09:45-16:45"] },
  });
  const here = { associationId: practice.associationId, startsAt: "2026-10-30T15:00:00Z" };
  const there = { associationId: elsewhere.id, startsAt: "2026-10-30T15:15:00Z" };
  const id = expectOneWinner(await race(db, (index) => (index % 2 === 0 ? here : there)));
  const rows = await appointmentsWith(db, practice);
  expect(rows.map((row) => row.id)).toEqual([id]);
});
