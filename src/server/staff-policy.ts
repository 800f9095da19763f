import type { StaffRight } from "@/lib/staff-rights";

/**
 * The one table of what each procedure for a pharmacy's staff asks for; "member" lets in whoever
 * works there. A procedure that is not here lets nobody in.
 */
export const staffPolicy: Readonly<Record<string, StaffRight | "member">> = {
  "pharmacyReports.own": "member",
  "duty.upcoming": "member",
  "pharmacyStaff.room": "member",
  "pharmacyStaff.confirmHours": "hours.confirm",
  "pharmacyStaff.saveHours": "hours.edit",
  "pharmacyStaff.profile": "member",
  "pharmacyStaff.saveProfile": "profile.edit",
  "pharmacyStaff.colleagues": "member",
  "pharmacyStaff.changeColleague": "colleagues.manage",
  "pharmacyStaff.removeColleague": "colleagues.manage",
  "pharmacyStaff.leave": "member",
  "pharmacyStaff.invite": "colleagues.manage",
  "pharmacyStaff.withdrawInvitation": "colleagues.manage",
};
