import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { describe, expect, test } from "vitest";
import type { Context } from "@/server/trpc";
import { trpcPath } from "./limits";
import { appRouter } from "./root";

/*
 * A page of another site can make a browser send us anything that a form or a script may send. Every
 * address that takes more than a look is found here by itself, so that a new one cannot be forgotten.
 * What the rest of the app takes (pages, their actions) passes `src/proxy.ts`, which has a test of its own.
 */

const app = join(import.meta.dirname, "../app");
const writing = ["POST", "PUT", "PATCH", "DELETE"];
const foreign: Record<string, string>[] = [
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site", origin: "http://127.0.0.1:3000" },
  { origin: "https://evil.example" },
  { origin: "null", "content-type": "text/plain" },
];

/** A route that looked any further than at the headers would fall over this. */
const unlooked = {
  get params(): never {
    throw new Error("The route went on.");
  },
};
type Handler = (request: Request, route: object) => Promise<Response>;
type Route = Record<string, Handler | undefined>;

const routes = readdirSync(app, { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)route\.tsx?$/.test(file.replaceAll("\\", "/")))
  .sort();

async function answerTo(file: string, method: string, path: string, headers = {}) {
  const { [method]: handler } = (await import(join(app, file))) as Route;
  const request = new Request(`http://127.0.0.1:3000${path}`, { method, headers, body: "{}" });
  return handler && (await handler(request, unlooked)).status;
}

describe("what another site makes a browser send", () => {
  test.each(routes)("is refused by %s at once", async (file) => {
    for (const method of writing)
      for (const headers of foreign)
        expect([403, undefined]).toContain(await answerTo(file, method, "/", headers));
  });

  const api = join("api", "trpc", "[trpc]", "route.ts");
  const procedures = appRouter._def.procedures as unknown as Record<
    string,
    { _def: { type: string } }
  >;
  const mutations = Object.entries(procedures)
    .filter(([, { _def }]) => _def.type === "mutation")
    .map(([path]) => path);

  test("is tried with routes and procedures that are there", async () => {
    expect(routes).toContain(api);
    expect(mutations).toContain("appointments.book");
    // Without such a header the same request goes on, here as far as to its missing cookies.
    await expect(answerTo(api, "POST", `${trpcPath}/appointments.book`)).rejects.toThrow();
  });

  test.each(mutations)("is refused where it would call %s", async (path) => {
    for (const headers of foreign)
      expect(await answerTo(api, "POST", `${trpcPath}/${path}`, headers)).toBe(403);
  });

  test("is refused where it only reads, too, which would count as its reader's", async () => {
    for (const headers of foreign) {
      const request = new Request(`http://127.0.0.1:3000${trpcPath}/doctors.list`, { headers });
      const { GET } = (await import(join(app, api))) as Route;
      expect((await GET?.(request, unlooked))?.status).toBe(403);
      const own = new Request(request.url, { headers: { "sec-fetch-site": "same-origin" } });
      await expect(GET?.(own, unlooked)).rejects.toThrow();
    }
  });

  test.each(mutations)("cannot call %s by a link", async (path) => {
    const req = new Request(`http://127.0.0.1:3000${trpcPath}/${path}?input=%7B%7D`);
    const createContext = () => ({}) as Context;
    const options = { endpoint: trpcPath, req, router: appRouter, createContext };
    expect((await fetchRequestHandler(options)).status).toBe(405);
  });
});
