import { expect, type Locator, type Page, test } from "../fixtures";
import { AppointmentPage } from "../pages/appointment-page";
import { BookingPage } from "../pages/booking-page";
import { ResultsPage } from "../pages/results-page";
import { awake } from "../pages/screen";
import { StartPage } from "../pages/start-page";
import { expectSound } from "../watch";
import { appointmentsWith } from "../world";

/** Follows Tab until `target` has the focus: forward through the page, always in sight. */
async function tabTo(page: Page, target: Locator, mostSteps = 40): Promise<void> {
  for (let step = 0; step < mostSteps; step++) {
    await page.keyboard.press("Tab");
    const { isForward, isSeen, html } = await page.evaluate(lookAtFocus);
    expect(isForward, `the focus went backwards to ${html}`).toBe(true);
    expect(isSeen, `no ring around ${html}`).toBe(true);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${target} was not reached in ${mostSteps} steps.`);
}

/** What someone sees of the focus: whether it is marked, on the screen, and came forward. */
function lookAtFocus() {
  const focus = document.activeElement ?? document.body;
  const marked = window as { lastFocus?: Element };
  const last = marked.lastFocus;
  marked.lastFocus = focus;
  const style = getComputedStyle(focus);
  const box = focus.getBoundingClientRect();
  const hasRing = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0;
  const isOnScreen = box.bottom > 0 && box.top < innerHeight && box.width > 0;
  const follows = Node.DOCUMENT_POSITION_FOLLOWING;
  return {
    isForward: !last?.isConnected || (last.compareDocumentPosition(focus) & follows) > 0,
    isSeen: hasRing && isOnScreen,
    html: focus.outerHTML.slice(0, 160),
  };
}

test("from the start page to a booked appointment without a mouse", async ({
  page,
  db,
  patient,
  practice,
  signInAs,
}) => {
  const { keyboard } = page;
  const { name } = practice.doctor;
  await signInAs(patient.email);
  const start = await StartPage.open(page);

  await test.step("the first Tab offers to skip what every page has", async () => {
    const skip = page.getByRole("link", { name: "Skip to content" });
    await tabTo(page, skip, 1);
    await expectSound(page);
    await keyboard.press("Enter");
    await expect(start.main).toBeFocused();
  });

  await test.step("the place is chosen from the suggestions with the arrow keys", async () => {
    await awake(start.where);
    await tabTo(page, start.what, 1);
    await keyboard.type(name);
    await tabTo(page, start.where, 1);
    await keyboard.type("chicag");
    const suggestion = page.getByRole("option", { name: /^Chicago, / }).first();
    await expect(suggestion).toBeVisible();
    await expectSound(page);
    await keyboard.press("ArrowDown");
    await expect(suggestion).toHaveAttribute("aria-selected", "true");
    await keyboard.press("Enter");
    await expect(start.where).toHaveValue(/^Chicago/);
    await keyboard.press("Enter");
  });

  const results = await new ResultsPage(page).arrive();
  await tabTo(page, results.times(name).nth(1));
  await keyboard.press("Enter");

  const booking = await new BookingPage(page).arrive();
  await awake(booking.reason);
  await tabTo(page, booking.reason);
  await keyboard.type("A sore throat.");
  await tabTo(page, booking.next, 1);
  await keyboard.press("Enter");
  await expect(booking.confirmTitle).toBeFocused();

  await test.step("one goes back to the words, which are still there, and on again", async () => {
    await tabTo(page, booking.main.getByRole("button", { name: "Change" }), 2);
    await keyboard.press("Enter");
    await expect(booking.reason).toBeFocused();
    await expect(booking.reason).toHaveValue("A sore throat.");
    await tabTo(page, booking.next, 1);
    await keyboard.press("Enter");
    await expect(booking.confirmTitle).toBeFocused();
  });
  await tabTo(page, booking.confirmButton, 1);
  await keyboard.press("Enter");

  const appointment = await new AppointmentPage(page).arrive();
  await expect(appointment.said).toContainText("Your appointment is booked");
  const [row] = await appointmentsWith(db, practice);
  expect(row?.symptoms).toBe("A sore throat.");

  await test.step("the menu opens, closes and gives the focus back", async () => {
    const summary = page.getByRole("banner").locator("summary");
    await summary.focus();
    await keyboard.press("Enter");
    const account = page.getByRole("link", { name: "Your details" });
    await expect(account).toBeVisible();
    await keyboard.press("Escape");
    await expect(account).toBeHidden();
    await expect(summary).toBeFocused();
  });
});
