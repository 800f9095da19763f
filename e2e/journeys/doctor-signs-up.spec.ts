import { expect, test } from "../fixtures";
import { ApplicationPage } from "../pages/application-page";
import { ClinicsPage } from "../pages/clinics-page";
import { DoctorStartPage } from "../pages/doctor-start-page";
import { ForDoctorsPage } from "../pages/for-doctors-page";
import { HoursPage } from "../pages/hours-page";
import { VerifyEmailPage } from "../pages/verify-email-page";
import { aClinic, ownName } from "../world";

const pdf = (name: string) => ({
  name,
  mimeType: "application/pdf",
  buffer: Buffer.from(
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
  ),
});
const program = {
  name: "licence.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.concat([Buffer.from("MZ\x90\0", "latin1"), Buffer.alloc(4000)]),
};

test("a doctor signs up, hands in the application with its documents, and prepares hours", async ({
  page,
  visitor,
  watch,
  db,
}) => {
  // The longest way there is in the product.
  test.slow();
  const familyName = ownName();
  const email = `${familyName.toLowerCase()}@journey.example`;

  const signUp = await (await ForDoctorsPage.open(page)).signUp();
  const waiting = await signUp.signUp(email, "four grey heron feathers");
  await (await waiting.openMail()).open("Confirm your e-mail address");
  const opened = await VerifyEmailPage.at(page);
  await expect(opened.confirmed).toBeVisible();
  await opened.goOn.click();

  const start = await DoctorStartPage.at(page);
  await start.fill({
    givenName: "Şule",
    familyName,
    speciality: "Cardiology",
    licence: `il ${familyName}`,
    issuedBy: "Illinois Department of Professional Regulation",
    country: "United States",
    validUntil: "2026-10-27",
  });
  watch.foresee(/400 .*applications\.begin/);
  await start.begin.click();
  await expect(start.main.getByRole("alert")).toContainText("today or later");
  await start.validUntil.fill("2029-12-31");
  const application = await start.goOn();
  await expect(application.handIn).toContainText("Your licence as a document");

  await application.tellExperience("MD, Istanbul University", "Turkish");

  await test.step("a program that calls itself a PDF is refused", async () => {
    watch.foresee(/400 .*\/documents$/);
    await application.addDocument("Licence", program);
    await expect(application.documents).toContainText("This is not a PDF, JPEG, PNG or WebP file");
    await application.arrive();
    await application.documents.getByRole("button", { name: "Dismiss" }).click();
    await expect(application.documents).toContainText("No document yet.");
  });

  await application.addDocument("Licence", pdf("My licence.pdf"));
  await expect(application.document("My licence.pdf")).toBeVisible();
  await application.addDocument("Identity card or passport", pdf("Passport.exe"));
  await expect(application.document("Passport.pdf")).toBeVisible();

  await test.step("only whose it is can read it", async () => {
    const href = (await application.document("My licence.pdf").getAttribute("href")) ?? "";
    const own = await page.request.get(href);
    expect(await own.body()).toEqual(pdf("").buffer);
    expect(own.headers()).toMatchObject({
      "content-type": "application/pdf",
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
    for (const who of [null, "doctor@demo.medico24.example"]) {
      const other = await visitor(who);
      expect((await other.request.get(href)).status()).toBe(404);
    }
  });

  await application.addDocument("Something else", pdf("Notes.pdf"));
  await application.documents.getByRole("button", { name: "Remove Notes.pdf" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await expect(application.documents.getByText("Notes.pdf was removed.")).toBeVisible();
  await expect(application.document("Notes.pdf")).toBeHidden();
  await application.arrive();

  const practice = await application.submit();
  await expect(practice.main).toContainText("Handed in on Wednesday, October 28, 2026");
  await expect(practice.main).toContainText("Patients see nothing of you yet");
  const doctor = await db.doctor.findFirstOrThrow({
    where: { user: { email } },
    include: { user: true },
  });
  expect(doctor).toMatchObject({
    licenseNumber: `IL ${familyName.toUpperCase()}`,
    isVerified: false,
  });
  const left = { where: { key: { startsWith: `doctors/${doctor.id}` } } };
  await expect.poll(() => db.fileRemoval.count(left)).toBe(0);
  expect(doctor.user).toMatchObject({ role: "doctor", fullName: `Şule ${familyName}` });
  expect((await page.request.get(`/doctors/${doctor.slug}`)).status()).toBe(404);

  await test.step("the document that the review rests on stays", async () => {
    const again = await ApplicationPage.open(page);
    await expect(again.documents).toContainText("Needed for the review.");
    await expect(again.documents.getByRole("button", { name: /^Remove/ })).toHaveCount(0);
  });

  await test.step("hours are prepared while the review goes on, and nobody sees them", async () => {
    const clinic = await aClinic(db);
    const search = await (await ClinicsPage.open(page)).add();
    await search.find(clinic.name);
    const joined = await (await search.join(clinic.name)).join({ "Fee for a visit (USD)": "120" });
    await joined.hours();
    const hours = await new HoursPage(page).arrive();
    await hours.add("Monday", "09:00", "12:00");
    await hours.save();
    const saved = await db.doctorClinic.findFirstOrThrow({ where: { doctorId: doctor.id } });
    expect(saved.availableTimeSlots).toEqual({ monday: ["09:00-12:00"] });
    const someone = await visitor(null);
    await someone.goto(`/clinics/${clinic.slug}`);
    await expect(someone.getByRole("main")).not.toContainText(familyName);
  });
});
