import { accountsRouter } from "@/features/accounts/router";
import { appointmentsRouter } from "@/features/appointments/router";
import { notificationsRouter } from "@/features/notifications/router";
import { placesRouter } from "@/features/places/router";
import { schedulesRouter } from "@/features/schedules/router";
import { router } from "@/server/trpc";

export const appRouter = router({
  accounts: accountsRouter,
  appointments: appointmentsRouter,
  notifications: notificationsRouter,
  places: placesRouter,
  schedules: schedulesRouter,
});

export type AppRouter = typeof appRouter;
