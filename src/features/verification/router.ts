import { fileStorage } from "@/server/ports/storage";
import { adminProcedure, router } from "@/server/trpc";
import { answerDecision } from "./commands/answer-decision";
import { assign } from "./commands/assign";
import { decide } from "./commands/decide";
import { openDocument } from "./commands/open-document";
import { saveSettings } from "./commands/save-settings";
import { listPharmacies } from "./pharmacy-store";
import { showDoctorCase } from "./queries/show-doctor-case";
import { showPharmacyCase } from "./queries/show-pharmacy-case";
import { listQueue } from "./queue-store";
import {
  answerDoctorInput,
  answerPharmacyInput,
  assignDoctorInput,
  assignPharmacyInput,
  decideDoctorInput,
  decidePharmacyInput,
  doctorRef,
  documentOfDoctorRef,
  pharmaciesInput,
  pharmacyRef,
  queueInput,
  saveSettingsInput,
} from "./schema";
import { readSettings } from "./settings-store";

/** Who is real: doctors, renewed licences and pharmacies, looked at by one or two people. */
export const verificationRouter = router({
  queue: adminProcedure
    .input(queueInput)
    .query(({ ctx, input }) => listQueue(ctx.db, ctx.actor.userId, input)),
  doctor: adminProcedure
    .input(doctorRef)
    .query(({ ctx, input }) => showDoctorCase(ctx.db, ctx.actor, input.doctorId, ctx.now)),
  // A look at a document is an act: it writes the record of itself.
  document: adminProcedure
    .input(documentOfDoctorRef)
    .query(async ({ ctx, input }) => openDocument(ctx.db, await fileStorage(), ctx.actor, input)),
  assign: adminProcedure
    .input(assignDoctorInput)
    .mutation(({ ctx, input }) => assign(ctx.db, ctx.actor, input)),
  decide: adminProcedure
    .input(decideDoctorInput)
    .mutation(({ ctx, input }) => decide(ctx.db, ctx.actor, input, ctx.now)),
  answer: adminProcedure
    .input(answerDoctorInput)
    .mutation(({ ctx, input }) => answerDecision(ctx.db, ctx.actor, input, ctx.now)),

  pharmacies: adminProcedure
    .input(pharmaciesInput)
    .query(({ ctx, input }) => listPharmacies(ctx.db, ctx.actor.userId, input)),
  pharmacy: adminProcedure
    .input(pharmacyRef)
    .query(({ ctx, input }) => showPharmacyCase(ctx.db, ctx.actor, input.pharmacyId, ctx.now)),
  assignPharmacy: adminProcedure
    .input(assignPharmacyInput)
    .mutation(({ ctx, input }) => assign(ctx.db, ctx.actor, input)),
  decidePharmacy: adminProcedure
    .input(decidePharmacyInput)
    .mutation(({ ctx, input }) => decide(ctx.db, ctx.actor, input, ctx.now)),
  answerPharmacy: adminProcedure
    .input(answerPharmacyInput)
    .mutation(({ ctx, input }) => answerDecision(ctx.db, ctx.actor, input, ctx.now)),

  settings: adminProcedure.query(({ ctx }) => readSettings(ctx.db)),
  saveSettings: adminProcedure
    .input(saveSettingsInput)
    .mutation(({ ctx, input }) => saveSettings(ctx.db, ctx.actor, input)),
});
