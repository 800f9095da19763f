import { type BrowserContextOptions, expect, test } from "../fixtures";
import { ResultsPage } from "../pages/results-page";
import { expectSound } from "../watch";

/* Pages that no story passes through are looked at, too: small and large, light and dark. */

const looks: [name: string, options: BrowserContextOptions][] = [
  ["on a dark phone", { viewport: { width: 390, height: 844 }, colorScheme: "dark" }],
  ["on a light desk", { viewport: { width: 1440, height: 900 }, colorScheme: "light" }],
];

const roles: Record<string, string[]> = {
  patient: ["/messages", "/account", "/appointments?when=past"],
  doctor: ["/agenda", "/account", "/messages", "/practice", "/practice/application"],
  "new-doctor": ["/agenda", "/practice", "/practice/application"],
  newcomer: ["/onboarding", "/for-doctors/start"],
  pharmacy: [
    "/account",
    "/pharmacy",
    "/pharmacy/hours",
    "/pharmacy/profile",
    "/pharmacy/colleagues",
  ],
  admin: [
    "/admin",
    "/admin/people",
    "/admin/appointments",
    "/admin/doctors",
    "/admin/clinics",
    "/admin/pharmacies",
    "/admin/pharmacies/claims",
    "/admin/pharmacies/duplicates",
    "/admin/pharmacies/reports",
    "/admin/duty",
    "/admin/audit",
    "/admin/figures",
    "/admin/transfer",
    "/admin/unserved",
    "/admin/settings",
  ],
  "super-admin": ["/admin/administrators"],
};

for (const [name, options] of looks) {
  for (const [role, paths] of Object.entries(roles))
    test(`what a ${role} has before them is sound ${name}`, async ({ visitor }) => {
      const page = await visitor(`${role}@demo.medico24.example`, options);
      for (const path of paths)
        await test.step(path, async () => {
          await page.goto(path);
          await expect(page).toHaveURL(path);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await expectSound(page);
        });
    });

  test(`what anyone may see is sound ${name}`, async ({ visitor }) => {
    const page = await visitor(null, options);
    for (const path of [
      "/",
      "/doctors",
      "/clinics",
      "/for-doctors",
      "/pharmacies",
      "/pharmacies/duty",
      "/pharmacy/join",
      "/sign-up",
      "/reset-password",
      "/offline",
    ])
      await test.step(path, async () => {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectSound(page);
      });
    const results = await ResultsPage.open(page, "?q=nobody+at+all&place=Chicago&km=2");
    await expect(results.main).toContainText("No doctor matches all of this");
  });
}
