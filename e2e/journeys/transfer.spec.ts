import { insertPharmacies, pharmacyRow } from "@/testing/factories/pharmacy";
import { expect, test } from "../fixtures";
import { TransferPage } from "../pages/transfer-page";
import { ownName } from "../world";

/** Somewhere in the southern Pacific, where no other journey has a pharmacy. */
const south = () => (-40 - Math.random() * 5).toFixed(6).replace(".", ",");
const west = () => (-120 - Math.random() * 30).toFixed(6).replace(".", ",");

test("a table is checked row by row, put right, written, and comes out again as it went in", async ({
  page,
  db,
  watch,
  signInAs,
}) => {
  // A file that is no table is answered with that status.
  watch.foresee(/status of 400 .*\/admin\/transfer\/import/);
  const [sun, moon] = [`${ownName()} Söl Pharmacy`, `=${ownName()} Pharmacy`];
  const places = [`"${south()}";"${west()}"`, `"${south()}";"${west()}"`];
  const table = (phone: string) =>
    Buffer.from(
      `name;latitude;longitude;phone;supports_delivery;is_verified;favourite colour\r\n` +
        `${sun};${places[0]};${phone};ja;yes;red\r\n${moon};${places[1]};;no;;\r\n`,
      "latin1",
    );
  await signInAs("admin@demo.medico24.example");
  const transfer = await TransferPage.open(page);

  await test.step("a spreadsheet's own file is told from a table", async () => {
    await transfer.check("Pharmacies", Buffer.from("PK\u0003\u0004 and so on", "latin1"));
    await expect(transfer.said).toContainText("spreadsheet’s own file");
  });

  await test.step("a dry run says how the file was read and what is wrong, and writes nothing", async () => {
    await transfer.check("Pharmacies", table("0312 555 0100"));
    await expect(transfer.main).toContainText("The file is not UTF-8");
    await expect(transfer.main.getByLabel("Between cells")).toHaveValue("semicolon");
    await expect(transfer.main).toContainText(
      "Never read from a file, so not looked at: is_verified.",
    );
    await expect(transfer.main).toContainText("Not known, so not looked at: favourite colour.");
    const refused = transfer.verdict(sun);
    await expect(refused).toContainText("Refused");
    await expect(refused).toContainText("phone: Write the phone number with its country code");
    await expect(refused).toContainText("delivery_radius_km: A delivery radius goes with delivery");
    await expect(transfer.verdict(moon)).toContainText("New");
    await expect(transfer.main).toContainText("1 row stands in the way");
    await expect(transfer.write).toHaveCount(0);
    await transfer.only(/^Refused/);
    await expect(transfer.verdict(moon)).toHaveCount(0);
    expect(await transfer.saved("Download the verdicts (CSV)")).toContain(`3,New,'${moon}`);
  });

  await test.step("put right, all of it is written", async () => {
    await transfer.another();
    const right = table("+1 312 555 0100").toString("latin1").replace(";ja;", ";no;");
    await transfer.check("Pharmacies", Buffer.from(right, "latin1"));
    await transfer.write.click();
    await expect(transfer.said).toContainText("2 new ones were made");
    const made = await db.pharmacy.findMany({ where: { name: { in: [sun, moon] } } });
    expect(made.map(({ isVerified, timezone }) => [isVerified, timezone === "UTC"])).toEqual([
      [false, false],
      [false, false],
    ]);
  });
});

test("what comes out goes in again as it was, and nothing is written over somebody's change", async ({
  page,
  db,
  signInAs,
}) => {
  const name = `=${ownName()} Pharmacy`;
  const pharmacy = pharmacyRow({ name, phone: "+1 312 555 0100", latitude: -42, longitude: -130 });
  await insertPharmacies(db, [pharmacy]);
  await signInAs("admin@demo.medico24.example");
  const transfer = await TransferPage.open(page);
  const exported = await transfer.saved("All pharmacies");
  const [header = "", ...rows] = exported.split("\r\n");
  const own = [header, rows.find((row) => row.includes(name))].join("\r\n");
  expect(own).toContain(`,'${name},`);

  await transfer.check("Pharmacies", own);
  await expect(transfer.verdict(name)).toContainText("Unchanged");
  await expect(transfer.main).toContainText("There is nothing to write");
  await transfer.another();
  await transfer.check("Pharmacies", own.replace("'+1 312 555 0100", "+1 312 555 0199"));
  await expect(transfer.verdict(name)).toContainText("+1 312 555 0199");

  const { id } = pharmacy;
  await db.pharmacy.update({ where: { id }, data: { phone: "+1 312 555 0150" } });
  await transfer.write.click();
  await expect(transfer.said.first()).toContainText("nothing was written");
  await expect(transfer.main.getByRole("radio", { name: "Other than before 1" })).toBeChecked();
  await expect(transfer.verdict(name)).toContainText("+1 312 555 0150");
  await transfer.write.click();
  await expect(transfer.said).toContainText("1 was changed");
  const now = await db.pharmacy.findUniqueOrThrow({ where: { id } });
  expect(now.phone).toBe("+1 312 555 0199");
});

test("who may not import sees no such thing, and who may not export is sent away", async ({
  page,
  signInAs,
}) => {
  await signInAs("support@demo.medico24.example");
  await page.goto("/admin/transfer");
  await expect(page).toHaveURL(/\/admin\?refused=/);
  expect((await page.request.get("/admin/transfer/export/doctors")).status()).toBe(403);
  const answer = await page.request.post("/admin/transfer/import", {
    data: "a,b",
    headers: { "x-transfer-kind": "clinics" },
  });
  expect(answer.status()).toBe(403);
});
