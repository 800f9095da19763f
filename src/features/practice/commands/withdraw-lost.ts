import { factsForProposal } from "@/features/appointments/proposals";
import { isPast } from "@/features/appointments/rules";
import { wordNews } from "@/features/notifications/rules";
import { messagesSql } from "@/features/notifications/store";
import { decideSlot } from "@/features/schedules/rules";
import type { Association } from "@/features/schedules/store";
import type { DoctorId } from "@/lib/ids";
import { isRefusal } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { noIntervals } from "@/lib/time/interval";
import type { Tx } from "@/server/db";
import type { Effect } from "../change-effect";
import { listOpenProposals, type OpenProposal, withdrawProposals } from "../change-store";

/**
 * Takes back what the doctor has proposed and could not see the patient at any more, and tells the
 * patients that their time stays. Answers how many that were.
 */
export async function withdrawLost(
  tx: Tx,
  doctorId: DoctorId,
  { after }: Effect,
  now: Instant,
): Promise<number> {
  const known = new Map(after.map((one) => [one.id, one]));
  const lost = (await listOpenProposals(tx, doctorId)).filter(({ associationId, startsAt }) => {
    const next = known.get(associationId);
    if (!next) return true;
    // Whoever is booked now: that may change until it is accepted.
    const open = factsForProposal({ ...next.facts, fullDays: new Set() });
    return isRefusal(decideSlot(open, noIntervals, startsAt, now));
  });
  if (lost.length === 0) return 0;
  const ids = lost.map(({ id }) => id);
  await withdrawProposals(tx, ids, now);
  const messages = lost.flatMap((one) => messageOf(one, known.get(one.associationId), now));
  if (messages.length > 0) await tx.$executeRaw(messagesSql(messages));
  return lost.length;
}

/** Word to the patient; none about a time that has passed, which nobody waits for. */
function messageOf(proposal: OpenProposal, association: Association | undefined, now: Instant) {
  const { appointmentId, patientUserId, standsAt, startsAt } = proposal;
  if (!association || !patientUserId || isPast(startsAt, now) || isPast(standsAt, now)) return [];
  const { doctor, clinic } = association;
  const kind = "proposal_withdrawn";
  const place = { timezone: clinic.timezone, clinicName: clinic.name };
  const news = { kind, startsAt: standsAt, proposedAt: startsAt, ...place } as const;
  return [{ userId: patientUserId, kind, data: { appointmentId }, ...wordNews(news, doctor.name) }];
}
