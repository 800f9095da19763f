import { z } from "zod";
import { encodings, kinds, type Separator, separators } from "./kinds";
import type { Tell } from "./verdicts";

export const exportInput = z.object({ kind: z.enum(kinds) });

/** A file on its way in. Only this server's own code has a stream to give, and somebody to tell. */
export const checkInput = z.object({
  kind: z.enum(kinds),
  name: z.string().max(1000),
  /** Bytes, as the request says in advance. */
  size: z.int().min(0),
  /** Null: for us to find out. */
  separator: z.enum(Object.keys(separators) as [Separator, ...Separator[]]).nullable(),
  encoding: z.enum(encodings).nullable(),
  body: z.custom<ReadableStream<Uint8Array>>((value) => value instanceof ReadableStream),
  tell: z.custom<Tell>((value) => typeof value === "function"),
});

export const writeInput = checkInput.extend({
  /** Of the verdicts that the person has seen. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** Whether they have said that what looks like a duplicate is none. */
  acceptsLikely: z.boolean(),
});

export type CheckInput = z.infer<typeof checkInput>;
export type WriteInput = z.infer<typeof writeInput>;
