import { accountsRouter } from "@/features/accounts/router";
import { appointmentsRouter } from "@/features/appointments/router";
import { notificationsRouter } from "@/features/notifications/router";
import { router } from "@/server/trpc";

export const appRouter = router({
  accounts: accountsRouter,
  appointments: appointmentsRouter,
  notifications: notificationsRouter,
});

export type AppRouter = typeof appRouter;
