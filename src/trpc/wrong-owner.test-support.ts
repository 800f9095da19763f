import type { RefusalCode } from "@/lib/refusal";
import type { Owner } from "./two-owners.test-support";

export type Case = {
  /** Which id of the input is somebody else's. */
  id: string;
  as: "patient" | "doctor" | "staff";
  /** Valid for whoever owns it; `mine` is what the stranger has. */
  input: (hers: Owner, mine: Owner) => Record<string, unknown>;
  /** What answers instead of NOT_FOUND: the same as to an id that nothing has. */
  answer?: RefusalCode | "OK";
  /** Tables of the stranger's own that change nevertheless, with what is somebody else's left out. */
  writes?: string[];
  /** What must have happened before on either side. */
  after?: (owner: Owner) => Promise<unknown>;
  /** A list goes on from an id, and still holds only what is the reader's own. */
  isPosition?: true;
};

const later = "2026-11-03T15:00:00Z";
const patientOf = (input: Case["input"]): Case[] => [{ id: "appointmentId", as: "patient", input }];
const staffOf = (id: string, input: Case["input"]): Case[] => [{ id, as: "staff", input }];
const doctorOf = (id: string, input: Case["input"]): Case[] => [{ id, as: "doctor", input }];

const rules = {
  hours: { monday: ["09:00-12:00"] },
  durationMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  noticeMinutes: 0,
  horizonDays: 60,
  cancellationNoticeMinutes: 0,
  maxPerDay: null,
};
const dayOff = {
  kind: "exception",
  associationId: null,
  exception: "time_off",
  firstDate: "2030-01-07",
  lastDate: "2030-01-07",
  windows: [],
  note: "",
};
const details = {
  fee: null,
  department: "",
  designation: "",
  isPrimary: false,
  startDate: "2020-01-01",
};

/** Every change of hours that names something by its id. */
const changes: {
  id: string;
  change: (owner: Owner) => Record<string, unknown>;
  answer?: RefusalCode;
}[] = [
  {
    id: "change.associationId",
    change: ({ associationId }: Owner) => ({
      kind: "hours",
      associationId,
      expectedRevision: 0,
      ...rules,
    }),
  },
  {
    id: "change.associationId",
    change: ({ associationId }: Owner) => ({ ...dayOff, associationId }),
  },
  {
    id: "change.associationId",
    change: ({ associationId }: Owner) => ({
      kind: "days_off",
      associationId,
      days: [{ date: "2030-02-04", note: "" }],
    }),
  },
  {
    id: "change.associationId",
    change: ({ associationId }: Owner) => ({
      kind: "status",
      associationId,
      expectedRevision: 0,
      status: "on_leave",
      endDate: null,
    }),
  },
  {
    id: "change.exceptionId",
    change: ({ exceptionId }: Owner) => ({ kind: "remove_exception", exceptionId }),
  },
  {
    id: "change.exceptionId",
    change: ({ exceptionId }: Owner) => ({ ...dayOff, exceptionId }),
    // What is not there to be replaced has been replaced already.
    answer: "CHANGED_MEANWHILE",
  },
];

/** What takes an id of something that is nobody's own, and why that is no secret. */
export const nobodysOwn: Record<string, string> = {
  "appointments.book": "any doctor's listed times may be booked; the booking is one's own",
  "appointments.prepare": "the same, before it is booked",
  "pharmacies.markers": "the ids name listed pharmacies that are left out",
  "pharmacyStaff.claim": "anyone may ask for any listed pharmacy; an administrator decides",
  "pharmacyStaff.pharmacyToClaim": "the same, before it is asked for",
  "schedules.slots": "anyone sees the free times of a listed doctor",
  "reviews.ofDoctor": "anyone reads the public reviews of a listed doctor",
};

export const owned: Record<string, Case[]> = {
  "agenda.cancel": doctorOf("appointmentId", ({ visitId, revision }) => ({
    appointmentId: visitId,
    expectedRevision: revision,
    reason: "Ill",
  })),
  "agenda.delay": doctorOf("associationId", ({ associationId }) => ({
    associationId,
    minutes: 10,
  })),
  "agenda.move": doctorOf("appointmentId", ({ visitId, revision }) => ({
    appointmentId: visitId,
    expectedRevision: revision,
    startsAt: later,
  })),
  "agenda.propose": doctorOf("appointmentId", ({ visitId, revision }) => ({
    appointmentId: visitId,
    expectedRevision: revision,
    startsAt: later,
    reason: "",
  })),
  "agenda.take": doctorOf("appointmentId", ({ visitId, revision }) => ({
    appointmentId: visitId,
    expectedRevision: revision,
    step: "confirm",
  })),
  "agenda.unblock": doctorOf("blockId", ({ blockId }) => ({ blockId })),
  "agenda.visit": doctorOf("appointmentId", ({ visitId }) => ({ appointmentId: visitId })),
  "agenda.walkIn": [
    {
      id: "associationId",
      as: "doctor",
      input: ({ associationId }) => ({ associationId, name: "Robin", bookingKey: key }),
    },
    {
      id: "patientId",
      as: "doctor",
      // The one who owns the patient is their doctor, at an association of their own.
      input: ({ patientId }, { associationId }) => ({ associationId, patientId, bookingKey: key }),
    },
  ],
  "agenda.write": doctorOf("appointmentId", ({ pastId, revision }) => ({
    appointmentId: pastId,
    expectedRevision: revision,
    notes: "Seen",
    prescription: "",
  })),
  "applications.document": doctorOf("documentId", ({ documentId }) => ({ documentId })),
  "applications.removeDocument": doctorOf("documentId", ({ documentId }) => ({ documentId })),
  "appointments.acceptProposal": patientOf(({ visitId }) => ({
    appointmentId: visitId,
    startsAt: "2026-11-02T15:00:00Z",
    expectedSequence: 0,
  })),
  "appointments.cancel": patientOf(({ visitId }) => ({ appointmentId: visitId, reason: "Well" })),
  "appointments.declineProposal": patientOf(({ visitId }) => ({
    appointmentId: visitId,
    startsAt: "2026-11-02T15:00:00Z",
  })),
  "appointments.get": patientOf(({ visitId }) => ({ appointmentId: visitId })),
  "appointments.list": [
    {
      id: "cursor.id",
      as: "patient",
      input: ({ pastId }) => ({
        when: "past",
        cursor: { startsAt: "2026-10-29T15:00:00Z", id: pastId },
      }),
      isPosition: true,
    },
  ],
  "appointments.move": patientOf(({ visitId }) => ({
    appointmentId: visitId,
    startsAt: later,
    expectedSequence: 0,
  })),
  "appointments.moveTimes": patientOf(({ visitId }) => ({ appointmentId: visitId })),
  "appointments.proposal": patientOf(({ visitId }) => ({ appointmentId: visitId })),
  "appointments.share": patientOf(({ visitId }) => ({
    appointmentId: visitId,
    sharesHealth: true,
  })),
  "licences.handIn": [
    {
      id: "documentId",
      as: "doctor",
      input: ({ licenceDocumentId }) => ({
        documentId: licenceDocumentId,
        expiresOn: "2029-06-30",
      }),
      // Documents are chosen from one's own list.
      answer: "INVALID_INPUT",
      after: ({ doctor, renewalId }) => doctor.licences.withdraw({ renewalId }),
    },
  ],
  "licences.withdraw": doctorOf("renewalId", ({ renewalId }) => ({ renewalId })),
  "notifications.list": [
    {
      id: "after",
      as: "patient",
      input: ({ messageId }) => ({ after: messageId }),
      isPosition: true,
    },
  ],
  "pharmacyStaff.acceptInvitation": [
    {
      id: "by.invitationId",
      as: "patient",
      input: ({ invitationId }) => ({
        by: { invitationId },
        person: { givenName: "Robin", familyName: "Example", phone: "" },
      }),
    },
  ],
  "pharmacyStaff.changeColleague": staffOf("staffId", ({ staffId }) => ({
    staffId,
    expectedRevision: 0,
    position: "manager",
    permissions: {},
  })),
  "pharmacyStaff.removeColleague": staffOf("staffId", ({ staffId }) => ({
    staffId,
    expectedRevision: 0,
  })),
  "pharmacyStaff.withdrawInvitation": staffOf("invitationId", ({ invitationId }) => ({
    invitationId,
  })),
  "practice.association": doctorOf("associationId", ({ associationId }) => ({ associationId })),
  "practice.clinicToJoin": doctorOf("clinicId", ({ proposedClinicId }) => ({
    clinicId: proposedClinicId,
  })),
  "practice.hours": doctorOf("associationId", ({ associationId }) => ({ associationId })),
  "practice.joinClinic": doctorOf("clinicId", ({ proposedClinicId }) => ({
    clinicId: proposedClinicId,
    answers: { ...details, durationMinutes: 30, endDate: "" },
  })),
  "practice.preview": changes.map(({ change, ...one }) => ({
    ...one,
    as: "doctor",
    input: (hers) => ({ change: change(hers) }),
  })),
  "practice.save": [
    ...changes.map(
      ({ change, ...one }): Case => ({
        ...one,
        as: "doctor",
        input: (hers) => ({ change: change(hers), decisions: [] }),
      }),
    ),
    {
      id: "decisions.appointmentId",
      as: "doctor",
      // A decision about a visit that the change does not concern is left out.
      input: ({ visitId }, { associationId }) => ({
        change: { ...dayOff, associationId, firstDate: "2030-02-04", lastDate: "2030-02-04" },
        decisions: [{ appointmentId: visitId, choice: "cancel", reason: "Away" }],
      }),
      answer: "OK",
      writes: ["audit_chain", "audit_head", "audit_log", "schedule_exceptions"],
    },
  ],
  "practice.updateAssociation": doctorOf("associationId", ({ associationId }) => ({
    associationId,
    expectedRevision: 0,
    answers: { ...details, isBookingEnabled: true },
  })),
  "reviews.answer": doctorOf("reviewId", ({ reviewId }) => ({
    reviewId,
    reply: "Thank you",
    expectedReply: null,
  })),
  "reviews.ofVisit": patientOf(({ pastId }) => ({ appointmentId: pastId })),
  "reviews.own": [
    { id: "after", as: "doctor", input: ({ reviewId }) => ({ after: reviewId }), isPosition: true },
  ],
  "reviews.write": patientOf(({ pastId }) => ({ appointmentId: pastId, rating: 5, comment: "" })),
};

const key = "8c8bb1a4-6f5c-4a3e-9d3b-0f6f3f1f2a11";
