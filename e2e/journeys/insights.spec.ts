import { expect, test } from "../fixtures";
import { InsightsPage } from "../pages/insights-page";
import { aClinic, anAppointment } from "../world";

for (const [colorScheme, width] of [
  ["light", 1440],
  ["dark", 390],
] as const)
  test.describe(`${colorScheme}, ${width} pixels wide`, () => {
    test.use({ colorScheme, viewport: { width, height: 844 } });

    test("a doctor sees the practice in charts and the same in tables, of all clinics and of one", async ({
      page,
      db,
      patient,
      practice,
      signInAs,
    }) => {
      const { id: clinicId, name } = await aClinic(db);
      const second = await db.doctorClinic.create({
        data: { doctorId: practice.doctor.id, clinicId, availableTimeSlots: {} },
      });
      const visits = [
        ["2026-10-26T15:00:00Z", "completed", practice.associationId],
        ["2026-10-26T16:00:00Z", "completed", practice.associationId],
        ["2026-10-27T15:00:00Z", "no_show", practice.associationId],
        ["2026-10-27T16:00:00Z", "cancelled", practice.associationId],
        ["2026-10-30T16:00:00Z", "scheduled", practice.associationId],
        ["2026-10-20T16:00:00Z", "completed", second.id],
      ] as const;
      for (const [startsAt, status, doctorClinicId] of visits)
        await anAppointment(db, practice, patient, startsAt, {
          status,
          doctorClinicId,
          createdAt: new Date(Date.parse(startsAt) - 4 * 86_400_000),
        });
      const doctor = await db.user.findUniqueOrThrow({ where: { id: practice.doctor.userId } });
      await signInAs(doctor.email);

      const insights = await InsightsPage.open(page);
      await expect(insights.figure("Appointments")).toHaveText("6");
      await expect(insights.figure("Missed")).toHaveText("25%");
      await expect(insights.figure("Cancelled")).toHaveText("17%");
      await expect(insights.figure("Median wait")).toHaveText("4 days");
      await expect(insights.chart("Appointments a week")).toBeVisible();
      const table = await insights.table("Appointments a week");
      await expect(table.getByRole("row").last()).toHaveText(/^Oct 26\s*2\s*1\s*1\s*1\s*5$/);
      await expect(table.getByRole("row")).toHaveCount(13);
      const byClinic = insights.main.getByRole("table", { name: "The last twelve weeks" });
      await expect(byClinic.getByRole("row", { name })).toHaveText(/1\s*0%\s*0%\s*–\s*4 days$/);

      await insights.only(practice.clinic.name);
      await expect(insights.figure("Appointments")).toHaveText("5");
      // An hour and a half of visits, of seven days from nine to five.
      const used = await insights.table("Utilisation");
      await expect(used.getByRole("row", { name: "Oct 26" })).toHaveText(/1\.5 h\s*56\.0 h\s*3%$/);
      await expect(used.getByRole("row")).toHaveCount(17);
    });
  });
