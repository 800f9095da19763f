import { randomInt } from "node:crypto";
import { createAdmin } from "@/testing/factories/admin";
import { createDoctor } from "@/testing/factories/doctor";
import { expect, test } from "../fixtures";
import { MessagesPage } from "../pages/messages-page";
import { RegistryClinicPage, RegistryPage } from "../pages/registry-page";
import { aClinic, anAppointment, aPractice, ownName } from "../world";

/** Where no other clinic is. */
const somewhere = () => ({ latitude: 45 + randomInt(1e6) / 1e6, longitude: -90 });

test("a clinic gets another address, and who knows the old one arrives", async ({
  page,
  db,
  practice,
  signInAs,
  visitor,
  watch,
}) => {
  watch.foresee(/status of 409 .*registry\.updateClinic/);
  const [admin, other] = await Promise.all([
    createAdmin(db, { accessLevel: "admin" }),
    createAdmin(db, { accessLevel: "admin" }),
  ]);
  const { clinic, doctor } = practice;
  await signInAs(admin.user.email);
  const list = await RegistryPage.open(page);
  await list.find(clinic.name);
  const registered = await list.show(clinic.name);
  const slug = `${clinic.name.split(" ")[0]?.toLowerCase()}-house`;

  await test.step("nobody else's address", async () => {
    const taken = await aClinic(db);
    await registered.write({ "Address on Medico24": taken.slug });
    await expect(registered.field("Address on Medico24")).toHaveAccessibleDescription(
      /This address is taken/,
    );
  });

  await registered.save({ "Address on Medico24": slug, Monday: "8-12, 13:30-18" });

  await test.step("the old one leads to the new one for good", async () => {
    const someone = await visitor(null);
    const answer = await someone.request.get(`/clinics/${clinic.slug}`, { maxRedirects: 0 });
    expect(answer.status()).toBe(308);
    await someone.goto(`/clinics/${clinic.slug}`);
    await expect(someone).toHaveURL(new RegExp(`/clinics/${slug}$`));
    await expect(someone.getByRole("heading", { level: 1 })).toHaveText(clinic.name);
    await expect(someone.getByRole("main")).toContainText(doctor.name);
    await expect(someone.getByRole("main")).toContainText("1:30 PM to 6:00 PM");
  });

  await test.step("what two change at once is shown, and neither is lost", async () => {
    const second = await RegistryClinicPage.open(await visitor(other.user.email), clinic.id);
    await second.save({ Website: "https://theirs.example", Town: "Evanston" });
    await registered.write({ Phone: "+1 312 555 0142", Town: "Cicero" });
    await expect(registered.main.getByText("Town. Theirs: Evanston")).toBeVisible();
    await expect(registered.field("Website")).toHaveValue("https://theirs.example");
    await registered.save({});
    const row = await db.clinic.findUniqueOrThrow({ where: { id: clinic.id } });
    expect(row).toMatchObject({
      city: "Cicero",
      contacts: { phone: "+1 312 555 0142", website: "https://theirs.example" },
    });
  });
});

test("a doctor's proposal is looked at, approved and found", async ({
  page,
  db,
  signInAs,
  visitor,
}) => {
  const name = `${ownName()} Practice`;
  const familyName = ownName();
  const doctor = await createDoctor(db, {
    user: { givenName: "Robin", familyName, fullName: `Robin ${familyName}` },
  });
  const { slug } = await aClinic(db, {
    name,
    status: "proposed",
    proposedBy: doctor.userId,
    ...somewhere(),
  });
  await signInAs((await createAdmin(db, { accessLevel: "admin" })).user.email);
  const list = await RegistryPage.open(page);
  await list.proposed();
  await list.find(name);
  const proposal = await list.show(name);
  await expect(proposal.main.getByText(`Robin ${familyName} proposed this clinic.`)).toBeVisible();
  await expect(proposal.main.getByText("No other clinic is much like it.")).toBeVisible();
  await proposal.save({ Phone: "+1 312 555 0143" });
  await proposal.decide("Approve");
  await expect(proposal.main.getByText("Approved: the clinic is public.")).toBeVisible();

  const someone = await visitor(null);
  await someone.goto(`/clinics/${slug}`);
  await expect(someone.getByRole("heading", { level: 1 })).toHaveText(name);
  const inbox = await visitor(doctor.user.email);
  await inbox.goto("/messages");
  const messages = await new MessagesPage(inbox).arrive();
  await expect(messages.main).toContainText("Your clinic is on the list");
});

test("a clinic that stands there twice becomes one, and one is closed", async ({
  page,
  db,
  patient,
  signInAs,
  visitor,
}) => {
  const name = `${ownName()} Clinic`;
  const place = somewhere();
  const goes = await aPractice(db, { clinic: { ...place, name: `${name} (new)` } });
  const stays = await aPractice(db, { clinic: { ...place, name } });
  await anAppointment(db, goes, patient, "2026-11-04T16:00:00Z");
  await signInAs((await createAdmin(db, { accessLevel: "admin" })).user.email);

  const registered = await RegistryClinicPage.open(page, goes.clinic.id);
  const merge = await registered.compareWith(name);
  await expect(merge.main.getByText("Appointments ahead").first()).toBeVisible();
  await merge.take("Name", `${name} (new)`);
  const merged = await merge.merge();
  await expect(merged.main.getByText("Merged. The old address leads here.")).toBeVisible();
  await expect(merged.title).toHaveText(`${name} (new)`);

  const someone = await visitor(null);
  await someone.goto(`/clinics/${goes.clinic.slug}`);
  await expect(someone).toHaveURL(new RegExp(`/clinics/${stays.clinic.slug}$`));
  await expect(someone.getByRole("main")).toContainText(goes.doctor.name);

  await merged.decide("Close for now", "A burst pipe.");
  await expect(merged.main.getByText("Done. Its doctors have been told.")).toBeVisible();
  await expect(
    merged.main.getByText("1 appointment is ahead here and waits for a decision"),
  ).toBeVisible();
  const appointment = await db.appointment.findFirstOrThrow({ where: { patientId: patient.id } });
  expect(appointment).toMatchObject({ status: "scheduled", doctorClinicId: goes.associationId });
});
