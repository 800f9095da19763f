import { adminProcedure, router, signedInProcedure } from "@/server/trpc";
import { approveClinic, changeClinicStatus, declineClinic } from "./commands/change-clinic-status";
import { createClinic } from "./commands/create-clinic";
import { mergeClinics } from "./commands/merge-clinics";
import { createPharmacy, updatePharmacy } from "./commands/save-pharmacy";
import { savePharmacyHours } from "./commands/save-pharmacy-hours";
import { updateClinic } from "./commands/update-clinic";
import { listClinics } from "./list-store";
import { getRegistryClinic } from "./queries/get-clinic";
import { getPair } from "./queries/get-pair";
import { getRegistryPharmacy } from "./queries/get-pharmacy";
import { zoneAt } from "./queries/zone-at";
import {
  approveInput,
  clinicRef,
  clinicsInput,
  createClinicInput,
  createPharmacyInput,
  declineInput,
  mergeInput,
  pairInput,
  pharmacyHoursInput,
  pharmacyRef,
  statusInput,
  updateClinicInput,
  updatePharmacyInput,
  zoneInput,
} from "./schema";

export const registryRouter = router({
  clinics: adminProcedure.input(clinicsInput).query(({ ctx, input }) => listClinics(ctx.db, input)),

  clinic: adminProcedure
    .input(clinicRef)
    .query(({ ctx, input }) => getRegistryClinic(ctx.db, input.clinicId, ctx.now)),

  createClinic: adminProcedure
    .input(createClinicInput)
    .mutation(({ ctx, input }) => createClinic(ctx.db, ctx.actor, input)),

  updateClinic: adminProcedure
    .input(updateClinicInput)
    .mutation(({ ctx, input }) => updateClinic(ctx.db, ctx.actor, input, ctx.now)),

  changeClinicStatus: adminProcedure
    .input(statusInput)
    .mutation(({ ctx, input }) => changeClinicStatus(ctx.db, ctx.actor, input)),

  approveClinic: adminProcedure
    .input(approveInput)
    .mutation(({ ctx, input }) => approveClinic(ctx.db, ctx.actor, input)),

  declineClinic: adminProcedure
    .input(declineInput)
    .mutation(({ ctx, input }) => declineClinic(ctx.db, ctx.actor, input)),

  mergePair: adminProcedure
    .input(pairInput)
    .query(({ ctx, input }) => getPair(ctx.db, input, ctx.now)),

  mergeClinics: adminProcedure
    .input(mergeInput)
    .mutation(({ ctx, input }) => mergeClinics(ctx.db, ctx.actor, input, ctx.now)),

  /** The clock at a point, for the forms of clinics. */
  /** For whoever puts a place on the map; it says nothing of anyone. */
  zoneAt: signedInProcedure.input(zoneInput).query(({ input }) => zoneAt(input)),

  pharmacy: adminProcedure
    .input(pharmacyRef)
    .query(({ ctx, input }) => getRegistryPharmacy(ctx.db, input.pharmacyId)),

  createPharmacy: adminProcedure
    .input(createPharmacyInput)
    .mutation(({ ctx, input }) => createPharmacy(ctx.db, ctx.actor, input, ctx.now)),

  updatePharmacy: adminProcedure
    .input(updatePharmacyInput)
    .mutation(({ ctx, input }) => updatePharmacy(ctx.db, ctx.actor, input, ctx.now)),

  savePharmacyHours: adminProcedure
    .input(pharmacyHoursInput)
    .mutation(({ ctx, input }) => savePharmacyHours(ctx.db, ctx.actor, input, ctx.now)),
});
