import { expect, test } from "../fixtures";
import { AccountPage } from "../pages/account-page";
import { AgendaPage } from "../pages/agenda-page";
import { BookingPage } from "../pages/booking-page";
import { aPatient } from "../world";

/* What people type, by accident or on purpose, is words: kept as typed, shown as words. */
const hostile = [
  "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>",
  "'; DROP TABLE appointments; -- \" OR 1=1",
  "{{7*7}} #{7*7} {name} %s %n \\u0041 &lt;b&gt;",
  "\u202Ereversed\u202C and zero\u200Bwidth\u200D\uFEFF joined",
  "👩🏽‍⚕️🏳️‍🌈 Zͫ̔̐a̤̰͋l̮ͦͥg̰o 漢字 العربية עברית",
  "W".repeat(400),
].join("\n");

test.use({ viewport: { width: 390, height: 844 }, colorScheme: "dark" });

test("hostile words as the reason: stored and shown as words, to patient and doctor", async ({
  page,
  visitor,
  db,
  practice,
  signInAs,
}) => {
  const fullName = "<script>window.hacked = 1</script> {name}";
  const patient = await aPatient(db, { fullName });
  await signInAs(patient.email);
  const booking = await BookingPage.open(page, practice.associationId, "2026-10-30T15:00:00Z");
  await booking.say(hostile);
  expect(await booking.words.getByRole("paragraph").last().textContent()).toBe(hostile);

  const appointment = await booking.confirm();
  await page.reload();
  await appointment.arrive();
  expect(await appointment.words.getByRole("paragraph").textContent()).toBe(hostile);
  const row = await db.appointment.findUniqueOrThrow({ where: { id: appointment.id } });
  expect(row.symptoms).toBe(hostile);
  expect(await page.evaluate(() => "hacked" in window)).toBe(false);

  const doctor = await db.user.findUniqueOrThrow({ where: { id: practice.doctor.userId } });
  const agenda = await AgendaPage.open(await visitor(doctor.email));
  await expect(agenda.main).toContainText(fullName);
  expect(await agenda.page.evaluate(() => "hacked" in window)).toBe(false);
});

test("hostile words in one's own details: saved, shown in the menu and the fields, harmless", async ({
  page,
  db,
  patient,
  signInAs,
}) => {
  const names = {
    "Given name": "<b onclick=alert(1)>\u202EroM</b>",
    "Family name": "{name} #{7*7} 👩🏽‍⚕️ O’Brien-漢字",
  };
  await signInAs(patient.email);
  const account = await AccountPage.open(page);
  await account.save("About you", { ...names, "Mobile phone": "+1 312 555 0100" });
  await account.save("Health facts", { Allergies: "<script>window.hacked = 1</script>" });

  await page.reload();
  await account.arrive();
  for (const [label, value] of Object.entries(names))
    await expect(account.main.getByLabel(label)).toHaveValue(value);
  await expect(account.main.getByRole("list", { name: "Added so far" }).first()).toContainText(
    "<script>window.hacked = 1</script>",
  );
  const menu = await account.openMenu();
  await expect(menu).toContainText(`${names["Given name"]} ${names["Family name"]}`);
  await account.arrive();
  expect(await page.evaluate(() => "hacked" in window)).toBe(false);
  const user = await db.user.findUniqueOrThrow({ where: { id: patient.userId } });
  expect([user.givenName, user.familyName]).toEqual(Object.values(names));
});
