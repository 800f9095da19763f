import type { PrismaClient } from "@/generated/prisma/client";
import type { DoctorId, UserId } from "@/lib/ids";
import { fileStorage } from "@/server/ports/storage";
import { ownPracticeProcedure, router, signedInProcedure } from "@/server/trpc";
import { addDocument } from "./commands/add-document";
import { beginApplication } from "./commands/begin-application";
import { removeDocument } from "./commands/remove-document";
import { saveSection } from "./commands/save-section";
import { submitApplication } from "./commands/submit-application";
import { sweepFiles } from "./commands/sweep-files";
import { shown } from "./documents";
import { openDocument } from "./queries/open-document";
import { showApplication } from "./queries/show-application";
import { addDocumentSchema, beginSchema, documentRef, saveSchema } from "./schema";
import { hasVisits } from "./store";

/** A doctor's own application, from signing up to being verified and on. */
export const applicationsRouter = router({
  /** Whether this account is a patient's for good, and so can't become a doctor's. */
  hasVisits: signedInProcedure.query(({ ctx }) => hasVisits(ctx.db, ctx.actor.userId)),
  begin: signedInProcedure
    .input(beginSchema)
    .mutation(({ ctx, input }) => beginApplication(ctx.db, ctx.actor, input, ctx.now)),

  get: ownPracticeProcedure.query(({ ctx }) => showApplication(ctx.db, ctx.doctorId, ctx.now)),
  save: ownPracticeProcedure
    .input(saveSchema)
    .mutation(({ ctx, input }) => saveSection(ctx.db, ctx.actor, ctx.doctorId, input, ctx.now)),
  submit: ownPracticeProcedure.mutation(({ ctx }) =>
    submitApplication(ctx.db, doctorOf(ctx), ctx.now),
  ),

  // Called by our own route with the body of its request; a stream can't come any other way.
  addDocument: ownPracticeProcedure
    .input(addDocumentSchema)
    .mutation(async ({ ctx, input }) =>
      shown(
        await addDocument(ctx.db, await fileStorage(), doctorOf(ctx), input, ctx.now).finally(() =>
          sweepSoon(ctx.db),
        ),
      ),
    ),
  removeDocument: ownPracticeProcedure
    .input(documentRef)
    .mutation(({ ctx, input }) =>
      removeDocument(ctx.db, doctorOf(ctx), input.documentId).finally(() => sweepSoon(ctx.db)),
    ),
  document: ownPracticeProcedure
    .input(documentRef)
    .query(async ({ ctx, input }) =>
      openDocument(ctx.db, await fileStorage(), ctx.doctorId, input.documentId),
    ),
});

/** After a removal and after an upload that failed; the answer does not wait for the store. */
function sweepSoon(db: PrismaClient): void {
  void sweepFiles(db, fileStorage);
}

type Own = { actor: { userId: UserId }; doctorId: DoctorId };
const doctorOf = ({ actor, doctorId }: Own) => ({ userId: actor.userId, doctorId });
