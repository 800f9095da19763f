import { createAdmin } from "@/testing/factories/admin";
import { address } from "../address";
import { expect, test } from "../fixtures";
import { AdministratorPage } from "../pages/administrator-page";
import { PersonPage } from "../pages/person-page";
import { sessionHeader } from "../session";
import { ownName } from "../world";

test("a moderator is refused what only an admin may: by the menu, the address and the API", async ({
  page,
  db,
  patient,
  signInAs,
}) => {
  const { user } = await createAdmin(db, { accessLevel: "moderator" });
  await signInAs(user.email);
  const person = await PersonPage.open(page, patient.userId);
  await expect(person.main.getByRole("button")).toHaveCount(0);
  await expect(person.main.getByRole("link", { name: "Change the role" })).toHaveCount(0);
  const menu = page.getByRole("navigation", { name: "Administration" });
  await expect(menu.getByRole("link", { name: "Administrators" })).toHaveCount(0);

  for (const path of [`/admin/people/${patient.userId}/role`, "/admin/administrators"]) {
    await page.goto(path);
    await page.waitForURL(/\/admin\?refused=/);
    await expect(page.getByRole("main")).toContainText("Your rights do not include that page");
  }

  const cookie = await sessionHeader(db, user.id);
  const calls = [
    ["people.deactivate", { userId: patient.userId, reason: "Because." }],
    [
      "people.changeRole",
      { userId: patient.userId, expectedRole: "patient", role: "pharmacy", reason: "Because." },
    ],
    ["administrators.grant", { userId: user.id }],
  ] as const;
  for (const [path, json] of calls) {
    const answer = await fetch(`${address.site}/api/trpc/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie, origin: address.site },
      body: JSON.stringify({ json }),
    });
    expect([answer.status, JSON.stringify(await answer.json())]).toEqual([
      403,
      expect.stringContaining("NOT_ALLOWED"),
    ]);
  }
  expect(await db.user.findUnique({ where: { id: patient.userId } })).toMatchObject({
    isActive: true,
    role: "patient",
  });
});

test("a patient becomes an administrator, gets rights that are shown first, and they count at once", async ({
  page,
  visitor,
  db,
  patient,
}) => {
  const { user } = await createAdmin(db, {
    accessLevel: "super_admin",
    user: { fullName: `Head ${ownName()}` },
  });
  const head = await visitor(user.email);
  const role = await (await PersonPage.open(head, patient.userId)).changeRole();
  await role.choose("Administrator");
  await expect(role.main).toContainText("They have no rights until a level is chosen");
  await role.save("Joins the support team.");
  const rights = await new AdministratorPage(head).arrive();
  await expect(rights.main).toContainText("No level yet");

  await rights.chooseLevel("support");
  await rights.set("Hide reviews and show them again", "grant");
  await rights.set("Read the audit log", "deny");
  const given = rights.right("Hide reviews and show them again");
  await expect(given).toContainText("Yes, given");
  await expect(given).toContainText("new");
  await expect(rights.right("Read the audit log")).toContainText("No, taken away");
  await expect(rights.main).toContainText(/Gets:.*Find people/);
  await rights.save("Looks after reviews, too.");
  await rights.expectSaved();
  await expect(rights.main).toContainText("Nothing: they may do the same as now.");
  await AdministratorPage.open(head, patient.userId);
  await expect(given).toContainText("Then: Yes, given");

  const agent = await visitor(patient.email);
  await agent.goto("/admin/reviews");
  await expect(agent.getByRole("heading", { level: 1, name: "Reviews" })).toBeVisible();
  await test.step("a right taken away counts at their next click", async () => {
    await rights.set("Hide reviews and show them again", "level");
    await expect(given).toContainText("ends");
    await rights.save("Somebody else does.");
    await rights.expectSaved();
    await agent.reload();
    await agent.waitForURL(/\/admin\?refused=/);
  });

  await test.step("nobody changes their own", async () => {
    const own = await AdministratorPage.open(head, user.id);
    await expect(own.main).toContainText("These are your own rights");
    await expect(own.level).toHaveCount(0);
  });
  await page.close();
});

test("two who change the same rights: the second is told, and nothing is lost", async ({
  visitor,
  watch,
  db,
}) => {
  watch.foresee(/status of 409/);
  const [one, two, other] = await Promise.all([
    createAdmin(db, { accessLevel: "super_admin" }),
    createAdmin(db, { accessLevel: "super_admin" }),
    createAdmin(db, { accessLevel: "support" }),
  ]);
  const first = await AdministratorPage.open(await visitor(one.user.email), other.userId);
  const second = await AdministratorPage.open(await visitor(two.user.email), other.userId);
  await first.chooseLevel("moderator");
  await first.save("More to do.");
  await first.expectSaved();
  await second.chooseLevel("admin");
  await second.save("More to do.");
  await expect(second.main).toContainText("This was changed elsewhere since you opened it.");
  expect(await db.admin.findUnique({ where: { userId: other.userId } })).toMatchObject({
    accessLevel: "moderator",
  });
  await second.main.getByRole("button", { name: "Look at how it is now" }).click();
  await expect(second.level).toHaveValue("moderator");
});
