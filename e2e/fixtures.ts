import { type BrowserContextOptions, test as base, type Page } from "@playwright/test";
import type { PrismaClient } from "@/generated/prisma/client";
import { createDatabase } from "@/server/db";
import { address } from "./address";
import { signIn } from "./session";
import { scriptless, Watch } from "./watch";
import { aPatient, aPractice, type Patient, type Practice } from "./world";

export { type BrowserContextOptions, expect, type Locator, type Page } from "@playwright/test";

type Journey = {
  /** Hears errors in every page of the journey; it ends with none, or it fails. */
  watch: Watch;
  /** A patient of this journey's own, signed up and ready to book. */
  patient: Patient;
  /** A doctor and a clinic of this journey's own, open every day from 9 to 5. */
  practice: Practice;
  /** Signs the journey's own browser in as someone, without the pages for it. */
  signInAs: (email: string) => Promise<void>;
  /** One more browser: of a person who is signed in, or of nobody. */
  visitor: (email: string | null, options?: BrowserContextOptions) => Promise<Page>;
};

export const test = base.extend<Journey, { db: PrismaClient }>({
  db: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from here
    async ({}, use) => {
      const db = createDatabase(address.databaseUrl, { poolSize: 2 });
      await use(db);
      await db.$disconnect();
    },
    { scope: "worker" },
  ],

  watch: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from here
    async ({}, use) => {
      const watch = new Watch();
      await use(watch);
      base.expect(watch.problems, "errors in the browser").toEqual([]);
    },
    { auto: true },
  ],

  context: async ({ context, javaScriptEnabled, watch }, use) => {
    watch.follow(context);
    if (!javaScriptEnabled) scriptless.add(context);
    await use(context);
  },

  patient: async ({ db }, use) => use(await aPatient(db)),
  practice: async ({ db }, use) => use(await aPractice(db)),

  signInAs: async ({ context, db }, use) => {
    await use(async (email) => signIn(context, db, await userIdOf(db, email)));
  },

  visitor: async ({ browser, db, watch }, use) => {
    const pages: Page[] = [];
    await use(async (email, options) => {
      const context = await browser.newContext(options);
      watch.follow(context);
      if (email) await signIn(context, db, await userIdOf(db, email));
      const page = await context.newPage();
      pages.push(page);
      return page;
    });
    await Promise.all(pages.map((page) => page.context().close()));
  },
});

async function userIdOf(db: PrismaClient, email: string): Promise<string> {
  return (await db.user.findUniqueOrThrow({ where: { email } })).id;
}
