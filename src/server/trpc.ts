import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import type { Temporal } from "temporal-polyfill";
import { ZodError } from "zod";
import type { PrismaClient } from "@/generated/prisma/client";
import { type Refusal, type RefusalCode, RefusalError, refuse } from "@/lib/refusal";
import type { ActorAnswer } from "./actor";
import { adminPolicy } from "./admin-policy";
import { withAddress } from "./asked-from";
import { log } from "./log";
import { staffPolicy } from "./staff-policy";
import { tally } from "./tally";
import { isWorthRetrying } from "./violation";

export type Context = {
  db: PrismaClient;
  now: Temporal.Instant;
  asking: ActorAnswer;
  /** The network address of who asks; null where that is not known. */
  address: string | null;
};

type Status = TRPCError["code"];

const statusOf: Record<RefusalCode, Status> = {
  SIGN_IN_REQUIRED: "UNAUTHORIZED",
  SESSION_ENDED: "UNAUTHORIZED",
  ACCOUNT_DEACTIVATED: "UNAUTHORIZED",
  ONBOARDING_REQUIRED: "FORBIDDEN",
  EMAIL_NOT_VERIFIED: "FORBIDDEN",
  EMAIL_IN_USE: "CONFLICT",
  CONFIRM_EMAIL_FIRST: "CONFLICT",
  WRONG_CREDENTIALS: "UNAUTHORIZED",
  TOO_MANY_TRIES: "TOO_MANY_REQUESTS",
  LINK_NOT_VALID: "BAD_REQUEST",
  NOT_ALLOWED: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  INVALID_INPUT: "BAD_REQUEST",
  CROSS_SITE: "FORBIDDEN",
  TRY_AGAIN: "CONFLICT",
  UNEXPECTED: "INTERNAL_SERVER_ERROR",
  DOCTOR_NOT_BOOKABLE: "CONFLICT",
  NOT_ACCEPTING: "CONFLICT",
  ON_LEAVE: "CONFLICT",
  ASSOCIATION_ENDED: "CONFLICT",
  CLINIC_CLOSED: "CONFLICT",
  SLOT_IN_PAST: "CONFLICT",
  SLOT_TOO_SOON: "CONFLICT",
  SLOT_TOO_FAR: "CONFLICT",
  SLOT_OUTSIDE_HOURS: "CONFLICT",
  SLOT_OFF_GRID: "CONFLICT",
  SLOT_DOCTOR_AWAY: "CONFLICT",
  SLOT_DAY_FULL: "CONFLICT",
  SLOT_TAKEN: "CONFLICT",
  PATIENT_BUSY: "CONFLICT",
  BOOKING_KEY_REUSED: "CONFLICT",
  APPOINTMENT_CHANGED: "CONFLICT",
  APPOINTMENT_OVER: "CONFLICT",
  APPOINTMENT_CANCELLED: "CONFLICT",
  CANCELLATION_TOO_LATE: "CONFLICT",
  MOVE_TOO_LATE: "CONFLICT",
  ALREADY_A_PATIENT: "CONFLICT",
  LICENSE_IN_USE: "CONFLICT",
  APPLICATION_INCOMPLETE: "CONFLICT",
  FILE_NOT_ACCEPTED: "BAD_REQUEST",
  FILE_TOO_LARGE: "PAYLOAD_TOO_LARGE",
  TOO_MANY_FILES: "CONFLICT",
  ALREADY_AT_CLINIC: "CONFLICT",
  HOURS_COLLIDE: "CONFLICT",
  EXCEPTION_OVERLAPS: "CONFLICT",
  CHANGED_MEANWHILE: "CONFLICT",
  DECISIONS_NEEDED: "CONFLICT",
  STEP_NOT_POSSIBLE: "CONFLICT",
  STEP_TOO_EARLY: "CONFLICT",
  VISITS_OVERLAP: "CONFLICT",
  PATIENT_ELSEWHERE: "CONFLICT",
  PROPOSAL_GONE: "CONFLICT",
  VISIT_NOT_COMPLETED: "CONFLICT",
  ALREADY_REVIEWED: "CONFLICT",
  TOO_MANY_REQUESTS: "TOO_MANY_REQUESTS",
  OWN_APPLICATION: "FORBIDDEN",
  ALREADY_DECIDED: "CONFLICT",
  LICENCE_EXPIRED: "CONFLICT",
  RENEWAL_WAITING: "CONFLICT",
  LAST_SUPER_ADMIN: "CONFLICT",
  GRANTS_TOO_MUCH: "FORBIDDEN",
  ROLE_CHANGE_NOT_POSSIBLE: "CONFLICT",
  SLUG_IN_USE: "CONFLICT",
  MERGE_NOT_POSSIBLE: "CONFLICT",
  CSV_NOT_READABLE: "BAD_REQUEST",
  ROWS_REFUSED: "CONFLICT",
  DUTY_TWICE: "CONFLICT",
  DUTY_OVER: "CONFLICT",
  WORKS_ELSEWHERE: "CONFLICT",
  APPOINTMENTS_AHEAD: "CONFLICT",
  CLAIM_OPEN: "CONFLICT",
  LAST_OWNER: "CONFLICT",
  INVITATION_GONE: "CONFLICT",
  INVITATION_NOT_YOURS: "FORBIDDEN",
};

function fieldsOf(cause: unknown): Record<string, string> {
  const issues = cause instanceof ZodError ? cause.issues : [];
  return Object.fromEntries(issues.map((issue) => [issue.path.join("."), issue.message] as const));
}

/** What went wrong, as the one thing a caller is ever told. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof RefusalError) return error.refusal;
  if (isWorthRetrying(error)) return refuse("TRY_AGAIN");
  if (!(error instanceof TRPCError)) return refuse("UNEXPECTED");
  if (error.cause instanceof RefusalError) return error.cause.refusal;
  // Only a procedure's own input is the caller's: a row of ours that does not parse is our trouble.
  const isInput = error.code === "BAD_REQUEST" || error.code === "PARSE_ERROR";
  if (isInput) return refuse("INVALID_INPUT", { fields: fieldsOf(error.cause) });
  if (error.cause && error.cause !== error) return refusalOf(error.cause);
  return refuse(error.code === "NOT_FOUND" ? "NOT_FOUND" : "UNEXPECTED");
}

const t = initTRPC.context<Context>().create({
  transformer: superjson,
  // A stream ends after some minutes; the browser connects again, and the gate asks again who it is.
  sse: {
    maxDurationMs: 3 * 60_000,
    ping: { enabled: true, intervalMs: 15_000 },
    client: { reconnectAfterInactivityMs: 45_000 },
  },
  // No message or stack of ours reaches a caller, only the refusal.
  errorFormatter: ({ shape, error }) => {
    const refusal = refusalOf(error);
    return { ...shape, message: refusal.code, data: { code: shape.data.code, refusal } };
  },
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Where an error arose. Not its message: that of a query may hold what somebody typed. */
function traceOf(error: Error | undefined) {
  const at = error?.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return { error: error?.name, at };
}

/** Turns whatever a command threw into one answer, counts it, and logs only what is nobody's refusal. */
const base = t.procedure.use(async ({ ctx, next, path, type }) => {
  const result = await withAddress(ctx.address, next);
  if (result.ok) {
    tally(ctx.now, type, "OK");
    return result;
  }
  const refusal = refusalOf(result.error);
  tally(ctx.now, type, refusal.code);
  if (refusal.code === "UNEXPECTED")
    log().error({ path, type, ...traceOf(result.error.cause) }, "procedure failed");
  throw new TRPCError({
    code: statusOf[refusal.code],
    message: refusal.code,
    cause: new RefusalError(refusal),
  });
});

function requireActor(asking: ActorAnswer) {
  if (asking.state === "signed-in") return asking.actor;
  if (asking.state === "deactivated") throw new RefusalError(refuse("ACCOUNT_DEACTIVATED"));
  throw new RefusalError(refuse(asking.state === "ended" ? "SESSION_ENDED" : "SIGN_IN_REQUIRED"));
}

export const publicProcedure = base;

/** Anyone who is signed in, whatever their role. */
export const signedInProcedure = base.use(({ ctx, next }) =>
  next({ ctx: { actor: requireActor(ctx.asking) } }),
);

/** A patient with a profile; commands further ask whether they are onboarded and verified. */
export const patientProcedure = signedInProcedure.use(({ ctx, next }) => {
  const { patientId, role } = ctx.actor;
  if (role !== "patient") throw new RefusalError(refuse("NOT_ALLOWED"));
  if (!patientId) throw new RefusalError(refuse("ONBOARDING_REQUIRED"));
  return next({ ctx: { patientId, patient: { ...ctx.actor, patientId } } });
});

/** A doctor in any state, verified or not: for what they prepare, which nobody else sees. */
export const ownPracticeProcedure = signedInProcedure.use(({ ctx, next }) => {
  const { doctorId } = ctx.actor;
  if (!doctorId) throw new RefusalError(refuse("NOT_ALLOWED"));
  return next({ ctx: { doctorId } });
});

/** A doctor who is verified, active and licensed today, wherever on earth their today is. */
export const doctorProcedure = signedInProcedure.use(({ ctx, next }) => {
  const { verifiedDoctorId } = ctx.actor;
  if (!verifiedDoctorId) throw new RefusalError(refuse("NOT_ALLOWED"));
  return next({ ctx: { verifiedDoctorId } });
});

/** A verified doctor who is not suspended, also once the licence has ended: for the visits that were. */
export const practisingProcedure = signedInProcedure.use(({ ctx, next }) => {
  const { practisingDoctorId } = ctx.actor;
  if (!practisingDoctorId) throw new RefusalError(refuse("NOT_ALLOWED"));
  return next({ ctx: { practisingDoctorId } });
});

/** An administrator whose rights include what `admin-policy.ts` asks of this procedure. */
export const adminProcedure = signedInProcedure.use(({ ctx, path, next }) => {
  const right = adminPolicy[path];
  if (!right || !ctx.actor.rights.has(right)) throw new RefusalError(refuse("NOT_ALLOWED"));
  return next();
});

/** Somebody on a pharmacy's staff today, with the right that `staff-policy.ts` asks of this procedure. */
export const staffProcedure = signedInProcedure.use(({ ctx, path, next }) => {
  const { staff } = ctx.actor;
  const right = staffPolicy[path];
  if (!staff || !right || (right !== "member" && !staff.rights.has(right)))
    throw new RefusalError(refuse("NOT_ALLOWED"));
  return next({ ctx: { staff } });
});
