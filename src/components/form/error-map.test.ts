import { expect, test } from "vitest";
import { z } from "zod";
import { errorKey } from "./error-map";

function keyFor(schema: z.ZodType, input: unknown): string | undefined {
  return schema.safeParse(input, { error: (issue) => errorKey(issue) }).error?.issues[0]?.message;
}

test("an empty answer is missing, whatever its kind", () => {
  expect(keyFor(z.string().min(3), "")).toBe("required");
  expect(keyFor(z.email(), "")).toBe("required");
  expect(keyFor(z.number(), undefined)).toBe("required");
});

test("each kind of fault has its own sentence", () => {
  expect(keyFor(z.email(), "someone")).toBe("email");
  expect(keyFor(z.iso.date(), "2026-02-31")).toBe("date");
  expect(keyFor(z.string().min(3), "ab")).toBe("tooShort");
  expect(keyFor(z.string().max(3), "abcd")).toBe("tooLong");
  expect(keyFor(z.array(z.string()).max(1), ["a", "b"])).toBe("tooMany");
  expect(keyFor(z.number().max(1), 2)).toBe("tooBig");
  expect(keyFor(z.literal(true), false)).toBe("accept");
  expect(keyFor(z.enum(["a"]), "b")).toBe("choose");
  expect(keyFor(z.enum(["a"]), "")).toBe("choose");
});

test("a schema's own message stands", () => {
  expect(keyFor(z.string().min(3, "errors.phone"), "ab")).toBe("errors.phone");
});
