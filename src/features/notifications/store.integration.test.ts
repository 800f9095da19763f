import { beforeEach, expect, it } from "vitest";
import type { UserId } from "@/lib/ids";
import { resetDatabase, testDatabase } from "@/testing/database";
import { createUser } from "@/testing/factories/user";
import { messagesSql } from "./store";

const db = testDatabase();
beforeEach(resetDatabase);

it("writes more messages at once than a statement has values", async () => {
  const { id } = await createUser(db);
  const message = {
    userId: id as UserId,
    kind: "clinic_zone",
    title: "A ‘title’",
    body: 'Two\nlines, "quoted" \\',
    data: {},
  };
  await db.$executeRaw(messagesSql(Array.from({ length: 14_000 }, () => message)));
  expect(await db.notification.count({ where: { userId: id } })).toBe(14_000);
  const { title, body } = await db.notification.findFirstOrThrow();
  expect({ title, body }).toEqual({ title: message.title, body: message.body });
});
