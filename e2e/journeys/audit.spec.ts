import { readFile } from "node:fs/promises";
import { expect, test } from "../fixtures";
import { AuditPage } from "../pages/audit-page";
import { anAppointment } from "../world";

for (const [colorScheme, width] of [
  ["light", 1440],
  ["dark", 390],
] as const)
  test.describe(`${colorScheme}, ${width} pixels wide`, () => {
    test.use({ colorScheme, viewport: { width, height: 844 } });

    test("what a moderator did is found, opened and exported by an administrator", async ({
      page,
      visitor,
      db,
      patient,
      practice,
      signInAs,
    }) => {
      const appointmentId = await anAppointment(db, practice, patient, "2026-10-27T15:00:00Z", {
        status: "completed",
      });
      const review = await db.review.create({
        data: { appointmentId, doctorId: practice.doctor.id, rating: 1, comment: "Buy now" },
      });
      const reason = `=Advertisement ${width} ${Date.now()}`;
      const admin = await db.user.findUniqueOrThrow({
        where: { email: "moderator@demo.medico24.example" },
      });
      await db.auditEntry.create({
        data: {
          actorUserId: admin.id,
          action: "review.hide",
          subjectType: "review",
          subjectId: review.id,
          address: "192.0.2.77",
          details: {
            reason,
            before: { isHidden: false, shownTo: "everyone" },
            after: { isHidden: true, hiddenFor: "advertising" },
          },
        },
      });

      await signInAs("admin@demo.medico24.example");
      const log = await AuditPage.open(page);
      await expect(log.main).toContainText("nothing among them was changed");

      await test.step("a filter that makes no sense says what is wrong where it is", async () => {
        await log.openFilter();
        await log.field("Words in the details").fill("ab");
        await log.show();
        await expect(log.main).toContainText("Something in the filter needs to be put right.");
        await expect(log.field("Words in the details")).toHaveAccessibleDescription(
          "Type at least three characters.",
        );
      });

      await log.field("Words in the details").fill(reason);
      await log.field("Who").fill("moderator@demo");
      await log.field("What was done").selectOption({ label: "Review: hide" });
      await log.show();
      await expect(log.entries).toHaveCount(1);
      await expect(log.entries).toContainText(`Reason: ${reason}`);

      await test.step("the file has the entry with its hash, and is an entry itself", async () => {
        const file = await log.export();
        expect(file.suggestedFilename()).toMatch(/^audit-log-\d{4}-\d\d-\d\d\.csv$/);
        const text = await readFile(await file.path(), "utf8");
        expect(text).toContain(`'${reason}`);
        expect(text.trim().split("\r\n")).toHaveLength(2);
        const exports = await AuditPage.open(page, `?action=audit.export&text=${Date.now()}`);
        await expect(exports.main).toContainText("No entry matches");
        await exports.takeOff(
          `Words in the details: ${new URL(page.url()).searchParams.get("text")}`,
        );
        await expect(exports.entries.first()).toContainText("Audit log");
      });

      await test.step("the entry says who, why, and what was before and after", async () => {
        await page.goto(
          `/admin/audit?${new URLSearchParams({ text: reason, action: "review.hide" })}`,
        );
        const entry = await log.openEntry("Review: hide");
        for (const words of ["Review", admin.fullName ?? "", "192.0.2.77", reason, "Your time:"])
          await expect(entry.main).toContainText(words);
        const changes = entry.changes.getByRole("listitem");
        await expect(changes).toContainText([
          /Hidden for\s*Added/i,
          /Is hidden\s*Changed\s*Before\s*no\s*After\s*yes/i,
          /Shown to\s*Removed/i,
        ]);
        await entry.main.getByRole("link", { name: "All that was done to it" }).click();
        await log.arrive();
        await expect(log.entries).toHaveCount(1);
      });

      await test.step("support reads it, and exports nothing", async () => {
        const support = await AuditPage.open(await visitor("support@demo.medico24.example"));
        await expect(support.main.getByRole("button", { name: "Export as CSV" })).toHaveCount(0);
        const answer = await support.page.request.post("/admin/audit/export", { maxRedirects: 0 });
        expect(answer.headers().location).toContain("/admin?refused=audit.export");
      });
    });
  });

test("nobody but an administrator sees the log", async ({ page, patient, signInAs }) => {
  await signInAs(patient.email);
  await page.goto("/admin/audit");
  await expect(page).not.toHaveURL(/admin/);
});
