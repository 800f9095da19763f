import type { DoctorId } from "@/lib/ids";
import type { Instant } from "@/lib/time/instant";
import type { Db } from "@/server/db";
import { shown } from "../documents";
import { isRelied, missingIn, standingOf, todayOf } from "../rules";
import { getApplication } from "../store";

/** A doctor's own application as its pages show it: what it says, what is missing, where it stands. */
export async function showApplication(db: Db, doctorId: DoctorId, now: Instant) {
  const { documents, renewalDocuments, ...answers } = await getApplication(db, doctorId);
  const application = { ...answers, documents };
  const reviewed = { ...answers, renewalDocuments };
  const today = todayOf(now);
  return {
    ...answers,
    documents: documents.map((document) => ({
      ...shown(document),
      isRelied: isRelied(reviewed, document),
    })),
    standing: standingOf(application, today),
    missing: missingIn(application, today),
    today,
  };
}

export type ShownApplication = Awaited<ReturnType<typeof showApplication>>;
export type ShownDocument = ShownApplication["documents"][number];
