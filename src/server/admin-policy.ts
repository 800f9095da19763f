import type { Right } from "@/lib/rights";

/**
 * The one table of what each procedure for administrators asks for. A procedure that is not here lets
 * nobody in.
 */
export const adminPolicy: Readonly<Record<string, Right>> = {
  "admin.overview": "overview.read",
  "figures.read": "figures.read",
  "audit.list": "audit.read",
  "audit.actions": "audit.read",
  "audit.entry": "audit.read",
  "audit.newest": "audit.read",
  "audit.export": "audit.export",
  "reviews.moderation": "reviews.moderate",
  "reviews.hide": "reviews.moderate",
  "reviews.show": "reviews.moderate",
  "verification.queue": "doctors.verify",
  "verification.doctor": "doctors.verify",
  "verification.document": "doctors.verify",
  "verification.assign": "doctors.verify",
  "verification.decide": "doctors.verify",
  "verification.answer": "doctors.verify",
  "verification.pharmacies": "pharmacies.verify",
  "verification.pharmacy": "pharmacies.verify",
  "verification.assignPharmacy": "pharmacies.verify",
  "verification.decidePharmacy": "pharmacies.verify",
  "verification.answerPharmacy": "pharmacies.verify",
  "verification.settings": "settings.read",
  "verification.saveSettings": "settings.edit",
  "registry.clinics": "clinics.edit",
  "registry.clinic": "clinics.edit",
  "registry.createClinic": "clinics.edit",
  "registry.updateClinic": "clinics.edit",
  "registry.changeClinicStatus": "clinics.edit",
  "registry.approveClinic": "clinics.edit",
  "registry.declineClinic": "clinics.edit",
  "registry.mergePair": "clinics.merge",
  "registry.mergeClinics": "clinics.merge",
  "registry.zoneAt": "overview.read",
  "registry.pharmacy": "pharmacies.edit",
  "registry.createPharmacy": "pharmacies.edit",
  "registry.updatePharmacy": "pharmacies.edit",
};
