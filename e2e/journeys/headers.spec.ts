import { address } from "../address";
import { expect, test } from "../fixtures";
import { sessionHeader } from "../session";
import { anAppointment } from "../world";

/* What every answer says to a browser about itself, and what other sites cannot make one do. */

const everywhere = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": expect.stringContaining("camera=()"),
};
const pages = ["/", "/doctors", "/sign-in", "/no-such-page", "/doctors/no-such-doctor"];
const others = ["/sw.js", "/icon.svg", "/robots.txt", "/sitemap.xml", "/manifest.webmanifest"];
const calls = [
  "/api/trpc/doctors.facets",
  "/api/auth/csrf",
  "/tiles/1/1/1",
  "/calendar/x/medico24.ics",
];

test("every page runs only what carries its nonce, and nothing frames it", async ({ request }) => {
  const nonces = new Set<string>();
  for (const path of pages) {
    const answer = await request.get(path);
    const policy = answer.headers()["content-security-policy"] ?? "";
    expect(answer.headers(), path).toMatchObject({ ...everywhere, "x-frame-options": "DENY" });
    expect(answer.headers()["cross-origin-opener-policy"], path).toBe("same-origin");
    expect(answer.headers()["strict-transport-security"], "only over https").toBeUndefined();
    expect(policy, path).toMatch(/^default-src 'self'; script-src 'nonce-[^']+' 'strict-dynamic'/);
    expect(policy, path).toContain("frame-ancestors 'none'");
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    nonces.add(nonce);
    const scripts = (await answer.text()).match(/<script(?![^>]*ld\+json)[^>]*>/g) ?? [];
    expect(scripts.length, path).toBeGreaterThan(0);
    for (const script of scripts) expect(script, path).toContain(`nonce="${nonce}"`);
  }
  expect(nonces.size).toBe(pages.length);
});

test("what is no page has a policy, too", async ({ request }) => {
  for (const path of [...others, ...calls, "/offline"]) {
    const headers = (await request.get(path)).headers();
    expect(headers, path).toMatchObject({ ...everywhere, "x-frame-options": "DENY" });
    expect(headers["content-security-policy"], path).toMatch(
      /default-src '(self|none)'.*frame-ancestors 'none'/,
    );
    expect(headers["x-powered-by"], path).toBeUndefined();
  }
});

test("an answer of the API says what is left of the limit", async ({ request, db, patient }) => {
  const cookie = await sessionHeader(db, patient.userId);
  const visitors: Record<string, string>[] = [{}, { cookie }];
  const asked = visitors.map((headers) => request.get("/api/trpc/doctors.facets", { headers }));
  const [nobody, somebody] = await Promise.all(asked);
  expect(nobody?.headers().ratelimit).toMatch(/^"anonymous";r=\d+;t=\d+$/);
  expect(somebody?.headers().ratelimit).toMatch(/^"signedIn";r=\d+;t=\d+$/);
  expect(somebody?.headers()["ratelimit-policy"]).toMatch(/^"signedIn";q=\d+;w=3600$/);
});

test("a script that slipped into a page would not run, and a journey would fail for it", async ({
  page,
  watch,
}) => {
  watch.foresee(/Content Security Policy/);
  const heard: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") heard.push(message.text());
  });
  await page.goto("/");
  await page.evaluate(() => {
    const slipped = "window.slipped = true";
    const text = `<img src="data:," onerror="${slipped}"><a id="bait" href="javascript:${slipped}">x</a>`;
    document.body.insertAdjacentHTML("beforeend", text);
    document.getElementById("bait")?.click();
  });
  await expect
    .poll(() => heard.filter((text) => /Content Security Policy/.test(text)).length)
    .toBe(2);
  expect(await page.evaluate(() => "slipped" in window)).toBe(false);
});

test("no other site makes a browser write", async ({ request, db, patient, practice }) => {
  const appointmentId = await anAppointment(db, practice, patient, "2026-10-30T15:00:00Z");
  const cookie = await sessionHeader(db, patient.userId);
  const before = await db.auditEntry.count({ where: { actorUserId: patient.userId } });
  const foreign = { cookie, origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  const attacks: [path: string, headers: Record<string, string>, data: string][] = [
    ["/api/trpc/appointments.cancel", {}, JSON.stringify({ json: { appointmentId } })],
    [
      "/api/trpc/appointments.cancel",
      { "content-type": "text/plain" },
      `{"json":{"appointmentId":"${appointmentId}"}}`,
    ],
    ["/sign-out", { "content-type": "application/x-www-form-urlencoded" }, ""],
    ["/documents", { "content-type": "text/plain" }, "%PDF-1.4"],
    ["/api/auth/callback/credentials", {}, "idToken=x"],
    // A server action, which is a POST to the page that has it.
    ["/", { "next-action": "0".repeat(42), "content-type": "text/plain" }, "[]"],
  ];
  for (const [path, headers, data] of attacks) {
    const answer = await request.post(path, { headers: { ...foreign, ...headers }, data });
    expect(answer.status(), path).toBe(403);
    expect(answer.headers()["set-cookie"], path).toBeUndefined();
  }
  const appointment = await db.appointment.findUniqueOrThrow({ where: { id: appointmentId } });
  expect(appointment.status).toBe("scheduled");
  expect(await db.auditEntry.count({ where: { actorUserId: patient.userId } })).toBe(before);
  expect(await db.refreshToken.count({ where: { userId: patient.userId, isRevoked: true } })).toBe(
    0,
  );

  await test.step("nor does a link", async () => {
    const link = await request.get("/sign-out", { headers: { cookie }, maxRedirects: 0 });
    expect([link.status(), link.headers().location]).toEqual([303, `${address.site}/account`]);
  });
});
