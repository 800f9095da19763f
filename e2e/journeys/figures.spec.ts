import { createAdmin } from "@/testing/factories/admin";
import { expect, test } from "../fixtures";
import { FiguresPage } from "../pages/figures-page";
import { expectSound } from "../watch";

for (const [colorScheme, width] of [
  ["light", 1440],
  ["dark", 390],
] as const)
  test.describe(`${colorScheme}, ${width} pixels wide`, () => {
    test.use({ colorScheme, viewport: { width, height: 844 } });

    test("an administrator sees how the platform does, in charts, in tables and as files", async ({
      page,
      signInAs,
    }) => {
      await signInAs("support@demo.medico24.example");
      await page.goto("/admin");
      await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
      await expectSound(page);
      await page.getByRole("link", { name: "All figures" }).click();

      const figures = await new FiguresPage(page).arrive();
      await expect(figures.main).toContainText("from midnight to midnight UTC");
      for (const term of ["Sign-ups", "Booked", "Cancelled", "No-show rate", "Error rate"])
        await expect(figures.figure(term)).toContainText(/\d|–/);
      await expect(figures.figure("Booked")).toContainText(/7 days before/);
      const week = await figures.table("Bookings");
      await expect(week.getByRole("row")).toHaveCount(1 + 7);

      await figures.show("30 days");
      await expect(figures.figure("Booked")).toContainText(/30 days before/);
      await expect(figures.chart("Days of waiting")).toBeVisible();
      await expect((await figures.table("Bookings")).getByRole("row")).toHaveCount(1 + 30);
      const lines = await figures.csv("Bookings");
      expect(lines[0]).toContain("Day (UTC),Period,Booked");
      expect(lines).toHaveLength(1 + 60);
      expect(lines.at(-1)).toMatch(/^2026-10-27,current,\d+$/);
    });
  });

test("who has no right to figures gets neither the page nor the file", async ({
  page,
  db,
  signInAs,
}) => {
  const { user } = await createAdmin(db, { allowedModules: ["overview"] });
  await signInAs(user.email);
  await page.goto("/admin/figures");
  await expect(page).toHaveURL(/\/admin\?refused=figures\.read$/);
  await expect(page.getByText("Your rights do not include that page")).toBeVisible();
  await expect(page.getByRole("link", { name: "All figures" })).toHaveCount(0);
  expect((await page.request.get("/admin/figures/bookings")).status()).toBe(404);
});

test("what anyone may read holds nobody's address, phone or licence number", async ({
  page,
  db,
}) => {
  const doctor = await db.doctor.findFirstOrThrow({
    where: {
      isVerified: true,
      user: { isActive: true },
      doctorClinics: { some: { clinic: { status: "active" } } },
    },
    include: { doctorClinics: { include: { clinic: true } } },
  });
  const clinic = doctor.doctorClinics
    .map((one) => one.clinic)
    .find(({ status }) => status === "active");
  const people = await db.user.findMany({ select: { id: true, email: true, phone: true } });
  const licences = await db.doctor.findMany({ select: { licenseNumber: true } });
  const secrets = [
    ...people.flatMap(({ id, email, phone }) => [id, email, ...(phone ? [phone] : [])]),
    ...licences.map(({ licenseNumber }) => licenseNumber),
  ];
  for (const path of ["/doctors", `/doctors/${doctor.slug}`, `/clinics/${clinic?.slug}`]) {
    const html = await (await page.request.get(path)).text();
    expect(html).toContain(path === "/doctors" ? "doctors" : "</h1>");
    expect(secrets.filter((secret) => html.includes(secret))).toEqual([]);
  }
});
