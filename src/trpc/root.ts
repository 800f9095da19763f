import { accountsRouter } from "@/features/accounts/router";
import { adminRouter } from "@/features/admin/router";
import { administratorsRouter } from "@/features/administrators/router";
import { applicationsRouter } from "@/features/applications/router";
import { agendaRouter } from "@/features/appointments/agenda-router";
import { appointmentsRouter } from "@/features/appointments/router";
import { auditRouter } from "@/features/audit/router";
import { clinicsRouter } from "@/features/clinics/router";
import { doctorsRouter } from "@/features/doctors/router";
import { dutyRouter } from "@/features/duty/router";
import { feedsRouter } from "@/features/feeds/router";
import { figuresRouter } from "@/features/figures/router";
import { insightsRouter } from "@/features/insights/router";
import { licencesRouter } from "@/features/licences/router";
import { notificationsRouter } from "@/features/notifications/router";
import { peopleRouter } from "@/features/people/router";
import { pharmaciesRouter } from "@/features/pharmacies/router";
import { pharmacyImportsRouter } from "@/features/pharmacy-imports/router";
import { pharmacyReportsRouter } from "@/features/pharmacy-reports/router";
import { pharmacyStaffRouter } from "@/features/pharmacy-staff/router";
import { placesRouter } from "@/features/places/router";
import { practiceRouter } from "@/features/practice/router";
import { registryRouter } from "@/features/registry/router";
import { reviewsRouter } from "@/features/reviews/router";
import { schedulesRouter } from "@/features/schedules/router";
import { transferRouter } from "@/features/transfer/router";
import { verificationRouter } from "@/features/verification/router";
import { router } from "@/server/trpc";

export const appRouter = router({
  accounts: accountsRouter,
  admin: adminRouter,
  administrators: administratorsRouter,
  agenda: agendaRouter,
  applications: applicationsRouter,
  appointments: appointmentsRouter,
  audit: auditRouter,
  clinics: clinicsRouter,
  doctors: doctorsRouter,
  duty: dutyRouter,
  feeds: feedsRouter,
  figures: figuresRouter,
  insights: insightsRouter,
  licences: licencesRouter,
  notifications: notificationsRouter,
  people: peopleRouter,
  pharmacies: pharmaciesRouter,
  pharmacyImports: pharmacyImportsRouter,
  pharmacyReports: pharmacyReportsRouter,
  pharmacyStaff: pharmacyStaffRouter,
  places: placesRouter,
  practice: practiceRouter,
  registry: registryRouter,
  reviews: reviewsRouter,
  schedules: schedulesRouter,
  transfer: transferRouter,
  verification: verificationRouter,
});

export type AppRouter = typeof appRouter;
