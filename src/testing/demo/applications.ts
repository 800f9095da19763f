import { createHash } from "node:crypto";
import type { DocumentKind, DocumentType, ListedDocument } from "@/features/applications/documents";
import type { Clock } from "./clock";
import type { DemoDoctor } from "./doctors";
import { card, paper } from "./papers";
import { idOf, random } from "./random";

export type DemoFile = { key: string; type: DocumentType; bytes: Buffer };

/** What sets single applications apart, in the order of the unverified doctors. */
type Case = {
  daysAgo: number;
  licenseExpiresInDays?: number;
  /** The number of the one before but for one sign, and their diploma. */
  isLikePrevious?: true;
};
const cases: readonly Case[] = [
  { daysAgo: 1 },
  { daysAgo: 6 },
  { daysAgo: 2, isLikePrevious: true },
  { daysAgo: 11 },
  { daysAgo: 4, licenseExpiresInDays: 12 },
  { daysAgo: 0 },
];

/**
 * Lets the doctors who are not verified wait for it, each with papers of their own: one with a licence
 * that soon ends, one who looks much like another. Gives the files, too.
 */
export function handIn(doctors: readonly DemoDoctor[], clock: Clock) {
  const files: DemoFile[] = [];
  const waiting: DemoDoctor[] = [];
  const all = doctors.map((doctor) => {
    const one = cases[waiting.length % cases.length];
    if (doctor.row.isVerified || !one) return doctor;
    const applied = apply(doctor, one, waiting.at(-1), clock);
    waiting.push(applied.doctor);
    files.push(...applied.files);
    return applied.doctor;
  });
  return { doctors: all, files };
}

function apply(doctor: DemoDoctor, one: Case, previous: DemoDoctor | undefined, clock: Clock) {
  const original = one.isLikePrevious && previous ? previous : doctor;
  const number =
    original === doctor ? doctor.row.licenseNumber : nextTo(original.row.licenseNumber);
  const ends = one.licenseExpiresInDays;
  const row = {
    ...doctor.row,
    licenseNumber: number,
    medicalCouncilRegistration: number,
    ...(ends && { licenseExpiresOn: clock.dateIn(ends) }),
    dateOfBirth: clock.dateIn(-365 * random(`born ${doctor.row.id}`).int(32, 60)),
    submittedAt: clock.daysAgo(one.daysAgo, 3),
    createdAt: clock.daysAgo(one.daysAgo + 1),
  };
  const papers = papersOf({ ...doctor, row }, original);
  const documents = papers.map(({ kind, name, type, bytes }): ListedDocument => {
    const id = idOf(`document ${kind} of ${row.id}`);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const uploadedAt = clock.daysAgo(one.daysAgo, 4).toISOString();
    return {
      id,
      key: `doctors/${row.id}/${id}`,
      kind,
      name,
      type,
      size: bytes.length,
      sha256,
      uploadedAt,
    };
  });
  return {
    doctor: { ...doctor, row: { ...row, verificationDocuments: documents } },
    files: documents.map(({ key, type }, index) => ({
      key,
      type,
      bytes: papers[index]?.bytes ?? Buffer.alloc(0),
    })),
  };
}

/** The same but for its last digit. */
const nextTo = (number: string) => number.replace(/\d$/, (digit) => `${(Number(digit) + 1) % 10}`);

type Paper = { kind: DocumentKind; name: string; type: DocumentType; bytes: Buffer };

function papersOf({ user, row }: DemoDoctor, original: DemoDoctor): Paper[] {
  const pdf = "application/pdf" as const;
  const until = row.licenseExpiresOn
    ? new Date(row.licenseExpiresOn).toISOString().slice(0, 10)
    : "";
  return [
    {
      kind: "licence",
      name: "Licence.pdf",
      type: pdf,
      bytes: paper("Licence to practise medicine", [
        `${row.licenseAuthority}`,
        `Name: ${user.fullName}`,
        `Number: ${row.licenseNumber}`,
        `Speciality: ${row.specialization}`,
        `Valid until: ${until}`,
        "A specimen for the demonstration, of no value.",
      ]),
    },
    {
      kind: "diploma",
      name: "Diploma.pdf",
      type: pdf,
      bytes: paper("Diploma", [
        `${original.row.qualification}`,
        `Awarded to ${original.user.fullName}`,
        "A specimen for the demonstration, of no value.",
      ]),
    },
    {
      kind: "identity",
      name: "Identity card.png",
      type: "image/png",
      bytes: card(random(`card ${row.id}`).int(0, 255)),
    },
  ];
}
