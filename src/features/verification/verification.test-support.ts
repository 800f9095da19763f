import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import type { Prisma } from "@/generated/prisma/client";
import type { UserId } from "@/lib/ids";
import type { AccessLevel } from "@/lib/rights";
import { callAs } from "@/testing/caller";
import { testDatabase } from "@/testing/database";
import { createAdmin } from "@/testing/factories/admin";
import { createDoctor, type DoctorOverrides } from "@/testing/factories/doctor";
import type { UserOverrides } from "@/testing/factories/user";

export const now = Temporal.Instant.from("2026-10-28T15:00:00Z");
const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** An entry of a list of documents, of a file that is not there. */
export function aDocument(sha256: string = randomUUID()) {
  const id = randomUUID();
  return {
    id,
    key: `doctors/${id}`,
    kind: "licence",
    name: "Licence.pdf",
    type: "application/pdf",
    size: 100,
    sha256,
    uploadedAt: "2026-10-20T09:00:00Z",
  } satisfies Prisma.InputJsonObject;
}

/** A doctor who has handed in and waits. */
export function createWaiting(overrides: DoctorOverrides & { user?: UserOverrides } = {}) {
  return createDoctor(testDatabase(), {
    isVerified: false,
    submittedAt: new Date("2026-10-25T12:00:00Z"),
    licenseCountry: "US",
    licenseAuthority: "Illinois",
    licenseExpiresOn: day("2029-12-31"),
    verificationDocuments: [aDocument()],
    ...overrides,
  });
}

/** A reviewer, and what they can call. */
export async function aReviewer(accessLevel: AccessLevel = "moderator") {
  const { userId } = await createAdmin(testDatabase(), { accessLevel });
  return { userId: userId as UserId, api: await callAs(testDatabase(), userId, now) };
}

/** What the moderator would send for this doctor as they are now. */
export async function asSeen(doctorId: string) {
  const { revision } = await testDatabase().doctor.findUniqueOrThrow({ where: { id: doctorId } });
  return { subject: { kind: "doctor" as const, id: doctorId }, expectedRevision: revision };
}

export const verify = { verdict: "verify" } as const;
export const ask = (words: string) => ({ verdict: "ask", words }) as const;
export const reject = (words = "") =>
  ({ verdict: "reject", reasonCode: "licence_not_found", words }) as const;

export function setSecondReviewer(
  secondReviewer: "never" | "countries" | "always",
  countries: string[] = [],
) {
  const data = { secondReviewer, secondReviewerCountries: countries };
  return testDatabase().platformSettings.upsert({
    where: { isOnly: true },
    create: data,
    update: data,
  });
}
