import { z } from "zod";
import { parsePlainDate } from "@/lib/time/plain-date";

/** An empty field of the form is no filter. */
const given = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
    schema.optional(),
  );

const words = (shortest: number) =>
  z
    .string()
    .trim()
    .max(100)
    .pipe(z.string().min(shortest, { error: `tooShort${shortest}` }));
const day = z.string().refine((text) => parsePlainDate(text) !== null, { error: "notADay" });
const reference = z
  .string()
  .trim()
  .pipe(z.guid({ error: "notAnId" }));

const filterShape = z.object({
  /** Part of the name or e-mail address of who acted. */
  who: given(words(2)),
  /** Exactly who acted. */
  actor: given(reference),
  action: given(z.string().max(100)),
  subjectType: given(z.string().max(50)),
  subject: given(reference),
  /** Days by UTC, both included. */
  from: given(day),
  to: given(day),
  /** Anywhere in what the entry tells beside who, what and when. */
  text: given(words(3)),
  address: given(z.string().trim().max(45)),
});

/** What of the log is asked for; an error names its field, and is a key of the texts. */
export const auditFilter = filterShape.refine(({ from, to }) => !from || !to || from <= to, {
  path: ["to"],
  error: "endsBeforeStart",
});
export type AuditFilter = z.infer<typeof auditFilter>;

export const filterNames = Object.keys(filterShape.shape) as (keyof AuditFilter)[];

const entryId = z.string().regex(/^\d{1,18}$/);

/** A page of the log: what follows the entry `after`, or the newest. */
export const auditListInput = z.object({
  filter: auditFilter.default({}),
  after: entryId.optional(),
});

export const entryRef = z.object({ entryId });
