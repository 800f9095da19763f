import { createDoctor } from "@/testing/factories/doctor";
import { expect, test } from "../fixtures";
import { ClinicsPage, JoinPage } from "../pages/clinics-page";
import { expectSound } from "../watch";
import { aClinic, ownName } from "../world";

test("a new doctor joins a clinic and proposes another, which patients don't see yet", async ({
  page,
  db,
  signInAs,
  visitor,
  watch,
}) => {
  const familyName = ownName();
  const doctor = await createDoctor(db, {
    isVerified: false,
    user: { givenName: "Robin", familyName, fullName: `Robin ${familyName}` },
  });
  const clinic = await aClinic(db);
  await signInAs(doctor.user.email);
  const clinics = await ClinicsPage.open(page);
  await expect(clinics.main).toContainText("No clinic yet");

  await test.step("finding and joining one", async () => {
    const search = await clinics.add();
    await search.find(clinic.name);
    const join = await search.join(clinic.name);
    await expect(join.main.getByLabel("This is my primary clinic")).toBeChecked();
    const joined = await join.join({ "Fee for a visit (USD)": "95", Department: "Allergology" });
    await expect(joined.main).toContainText("You have joined this clinic.");
    await expect(joined.main).toContainText("Primary");
  });

  const name = `${ownName()} Practice`;
  await test.step("proposing one whose name is already there, nearly", async () => {
    await aClinic(db, { name: `${name}s`, city: "Kathmandu", country: "NP" });
    const search = await (await ClinicsPage.open(page)).add();
    await search.find("no clinic by this name");
    const propose = await search.propose();
    await propose.write({
      name,
      address: "Durbar Marg 1",
      typed: "Kathm",
      town: /^Kathmandu, Nepal/,
    });
    // The place says the zone and the currency; the doctor sees and confirms them.
    await expect(propose.main.getByLabel("Time zone")).toHaveValue("Asia/Kathmandu");
    await expect(propose.main.getByLabel("Currency")).toHaveValue("NPR");
    await expect(propose.main.getByRole("region", { name: "Where the clinic is" })).toBeVisible();
    await expectSound(page);
    await propose.button.click();
    await expect(propose.main).toContainText("Is it one of these?");
    await expect(propose.main).toContainText(`${name}s`);
    await expectSound(page);
    await propose.main.getByRole("button", { name: "None of these: propose mine" }).click();
    const join = await new JoinPage(page).arrive();
    await expect(join.main).toContainText("Waits for review");
    await join.join({ "Fee for a visit (NPR)": "1500" });
  });

  const mine = await ClinicsPage.open(page);
  await expect(mine.card(name)).toContainText("Waits for review");
  await expect(mine.card(clinic.name)).toContainText("Primary");
  const { slug } = await db.clinic.findFirstOrThrow({ where: { name } });
  watch.foresee(/status of 404 .*\/clinics\//);
  const someone = await visitor(null);
  const answer = await someone.goto(`/clinics/${slug}`);
  expect(answer?.status()).toBe(404);
});
