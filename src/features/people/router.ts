import { Temporal } from "temporal-polyfill";
import { adminProcedure, router } from "@/server/trpc";
import { listAppointments } from "./appointments-store";
import { changeRole } from "./commands/change-role";
import { activatePerson, deactivatePerson } from "./commands/switch-person";
import { findPharmacies, listPeople } from "./people-store";
import { getAppointment } from "./queries/get-appointment";
import { getPerson } from "./queries/get-person";
import {
  appointmentRef,
  appointmentsInput,
  peopleInput,
  personRef,
  pharmaciesInput,
  roleInput,
  switchInput,
} from "./schema";

/** Sessions go by the real time, everything else by the product's. */
const clocksAt = (now: Temporal.Instant) => ({ now, realNow: Temporal.Now.instant() });

export const peopleRouter = router({
  list: adminProcedure.input(peopleInput).query(({ ctx, input }) => listPeople(ctx.db, input)),

  get: adminProcedure
    .input(personRef)
    .query(({ ctx, input }) => getPerson(ctx.db, input.userId, clocksAt(ctx.now))),

  deactivate: adminProcedure
    .input(switchInput)
    .mutation(({ ctx, input }) => deactivatePerson(ctx.db, ctx.actor, input, clocksAt(ctx.now))),

  activate: adminProcedure
    .input(switchInput)
    .mutation(({ ctx, input }) => activatePerson(ctx.db, ctx.actor, input, clocksAt(ctx.now))),

  changeRole: adminProcedure
    .input(roleInput)
    .mutation(({ ctx, input }) => changeRole(ctx.db, ctx.actor, input, clocksAt(ctx.now))),

  /** To choose the one that somebody works at. */
  findPharmacies: adminProcedure
    .input(pharmaciesInput)
    .query(({ ctx, input }) => findPharmacies(ctx.db, input.text)),

  appointments: adminProcedure
    .input(appointmentsInput)
    .query(({ ctx, input }) => listAppointments(ctx.db, input)),

  appointment: adminProcedure
    .input(appointmentRef)
    .query(({ ctx, input }) => getAppointment(ctx.db, input.appointmentId)),
});
