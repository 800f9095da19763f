import { expect, test } from "../fixtures";
import { AppointmentPage } from "../pages/appointment-page";
import { BookingPage } from "../pages/booking-page";
import { DoctorPage } from "../pages/doctor-page";
import { appointmentsWith } from "../world";

/* Whatever the finger, the browser or the network does: one appointment, and a word about it. */

const friday = "Friday, October 30, 2026";
const time = "2026-10-30T15:00:00Z";
const bookCall = "**/api/trpc/appointments.book**";

test.beforeEach(({ patient, signInAs }) => signInAs(patient.email));

test("a double click books once", async ({ page, db, practice }) => {
  const booking = await BookingPage.open(page, practice.associationId, time);
  await booking.say("A cough.");
  await booking.confirmButton.dblclick();
  await new AppointmentPage(page).arrive();
  expect(await appointmentsWith(db, practice)).toHaveLength(1);
});

test("Back after booking leads to the doctor, where the time is gone", async ({
  page,
  db,
  practice,
}) => {
  const doctorPage = await DoctorPage.open(page, practice.doctor.slug);
  const booking = await doctorPage.choose(friday, "10:00 AM");
  const booked = await (await booking.say("A cough.")).confirm();
  const { id } = booked;

  await page.goBack();
  await doctorPage.arrive();
  await expect(doctorPage.time(friday, "10:00 AM")).toHaveCount(0);
  await expect(doctorPage.time(friday, "10:30 AM")).toBeVisible();

  await page.goForward();
  await booked.arrive();
  await page.reload();
  await booked.arrive();
  expect(booked.id).toBe(id);
  expect(await appointmentsWith(db, practice)).toHaveLength(1);
});

test("the address of a booking that is done shows the appointment instead of a form", async ({
  page,
  db,
  practice,
}) => {
  const booking = await BookingPage.open(page, practice.associationId, time);
  await (await booking.say("A cough.")).confirm();

  const again = await BookingPage.open(page, practice.associationId, time);
  await expect(again.main).toContainText("You have already booked this time.");
  await expect(again.reason).toHaveCount(0);
  await again.main.getByRole("link", { name: "Show the appointment" }).click();
  await new AppointmentPage(page).arrive();
  expect(await appointmentsWith(db, practice)).toHaveLength(1);
});

test("the answer is lost on the way: trying again gives the same appointment", async ({
  page,
  watch,
  db,
  practice,
}) => {
  watch.foresee(/net::ERR_FAILED/);
  const booking = await BookingPage.open(page, practice.associationId, time);
  await booking.say("A cough.");
  await page.route(
    bookCall,
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await booking.confirmInVain();
  await expect(booking.refusal).toContainText("Try again: nothing will happen twice.");
  const [made] = await appointmentsWith(db, practice);

  const booked = await booking.confirm();
  expect(booked.id).toBe(made?.id);
  expect(await appointmentsWith(db, practice)).toHaveLength(1);
});

test("no connection at all: nothing is booked, nothing typed is lost, and it works a moment later", async ({
  page,
  context,
  watch,
  db,
  practice,
}) => {
  watch.foresee(/net::ERR_INTERNET_DISCONNECTED/);
  const booking = await BookingPage.open(page, practice.associationId, time);
  await booking.say("A cough.");
  await context.setOffline(true);
  await booking.confirmInVain();
  await expect(booking.refusal).toContainText("Try again: nothing will happen twice.");
  expect(await appointmentsWith(db, practice)).toHaveLength(0);

  await context.setOffline(false);
  const booked = await booking.confirm();
  await expect(booked.words).toContainText("A cough.");
});

test("a reload while the answer is on its way: the page then shows what was booked", async ({
  page,
  db,
  practice,
}) => {
  const booking = await BookingPage.open(page, practice.associationId, time);
  await booking.say("A cough.");
  const isBooked = new Promise<void>((resolve) => {
    void page.route(bookCall, async (route) => {
      await route.fetch();
      resolve();
    });
  });
  await booking.confirmButton.click();
  await isBooked;
  await page.reload();
  await booking.arrive();
  await expect(booking.main).toContainText("You have already booked this time.");
  expect(await appointmentsWith(db, practice)).toHaveLength(1);
});

test("a page that lay open while the doctor stopped taking bookings says so", async ({
  page,
  watch,
  db,
  practice,
}) => {
  watch.foresee(/status of 409/);
  const booking = await BookingPage.open(page, practice.associationId, time);
  await booking.say("A cough.");
  await db.doctorClinic.update({
    where: { id: practice.associationId },
    data: { appointmentBookingEnabled: false },
  });
  await booking.confirmInVain();
  await expect(booking.refusal).toContainText("takes no new bookings at this clinic right now");
  expect(await appointmentsWith(db, practice)).toHaveLength(0);
});
