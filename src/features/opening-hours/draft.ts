import { effective, inOneWay } from "./form-schema";
import { type OpeningDay, type OpeningHours, type OpeningRule, openingDays } from "./schema";

/** Two times as they are typed; the id only tells boxes apart. */
export type DraftWindow = { id: string; from: string; to: string };
export type DraftException = {
  id: string;
  from: string;
  to: string;
  windows: DraftWindow[];
  note: string;
};

/**
 * Hours as one form shows them: a week, the holidays, single days, and between them the rules that it
 * has no fields for. `week` is null where the week itself is such rules.
 */
export type HoursDraft = {
  /** Monday first. */
  week: DraftWindow[][] | null;
  /** Null: as on other days. */
  holiday: DraftWindow[] | null;
  kept: OpeningRule[];
  exceptions: DraftException[];
  note?: string;
};

const weekdays = openingDays.slice(0, 7);
const typed = /^\d\d:\d\d-\d\d:\d\d$/;

let lastId = 0;
export function newWindow(from = "", to = ""): DraftWindow {
  lastId += 1;
  return { id: `w${lastId}`, from, to };
}

const drafted = (windows: readonly string[]) =>
  windows.map((text) => newWindow(text.slice(0, 5), text.slice(6)));

/** Hours taken apart; `fromDraft` puts the same together again. */
export function toDraft(hours: OpeningHours | null): HoursDraft {
  const rules = hours?.rules ?? [];
  const firstOther = rules.findIndex((rule) => !isPlain(rule));
  const plain = firstOther < 0 ? rules : rules.slice(0, firstOther);
  const rest = rules.slice(plain.length);
  const firstException = rest.findLastIndex((rule) => !isException(rule)) + 1;
  const note = hours?.note;
  const draft: HoursDraft = {
    week: weekdays.map((day) => drafted(effective(plain, day, false))),
    holiday: plain.some((rule) => rule.days?.includes("holiday"))
      ? drafted(effective(plain, "monday", true))
      : null,
    kept: rest.slice(0, firstException),
    exceptions: rest.slice(firstException).map((rule) => ({
      id: newWindow().id,
      from: rule.dates?.slice(0, 10) ?? "",
      to: rule.dates?.slice(11) ?? "",
      windows: drafted(rule.windows),
      note: rule.note ?? "",
    })),
    ...(note !== undefined && { note }),
  };
  const isShown = meansSame(plain, weekRules(draft)) && (plain.length > 0 || rules.length === 0);
  return isShown ? draft : { ...draft, week: null, holiday: null, kept: [...plain, ...draft.kept] };
}

/** The rules that a draft means; what is typed wrong stays in them, for `checkHours` to find. */
export function fromDraft(draft: HoursDraft): OpeningHours {
  const rules = [
    ...weekRules(draft),
    ...draft.kept,
    ...draft.exceptions.map(({ from, to, windows, note }) => ({
      dates: `${from}/${to || from}`,
      windows: windows.map(textOf),
      ...(note.trim() && { note: note.trim() }),
    })),
  ];
  return { rules, ...(draft.note !== undefined && { note: draft.note }) };
}

/** Days of the same hours are one rule, in the order of the week. */
function weekRules({ week, holiday }: HoursDraft): OpeningRule[] {
  const rules: (OpeningRule & { days: OpeningDay[] })[] = [];
  for (const [index, windows] of (week ?? []).entries()) {
    const texts = windows.map(textOf);
    const same = rules.find((rule) => rule.windows.join() === texts.join());
    if (same) same.days.push(weekdays[index] as OpeningDay);
    else rules.push({ days: [weekdays[index] as OpeningDay], windows: texts });
  }
  return holiday ? [...rules, { days: ["holiday"], windows: holiday.map(textOf) }] : rules;
}

/** A window as it is meant, whether its boxes have been left or not. */
export function textOf({ from, to }: DraftWindow): string {
  return `${inOneWay(from)}-${inOneWay(to)}`;
}

function isPlain(rule: OpeningRule): boolean {
  return !rule.dates && !rule.season && !rule.note && rule.windows.every((one) => typed.test(one));
}

function isException(rule: OpeningRule): boolean {
  const isSpecial = rule.dates && !rule.days && !rule.season && !rule.adds;
  return Boolean(isSpecial) && rule.windows.every((one) => typed.test(one));
}

function meansSame(some: readonly OpeningRule[], others: readonly OpeningRule[]): boolean {
  return weekdays.every((day) =>
    [true, false].every(
      (isHoliday) =>
        effective(some, day, isHoliday).join() === effective(others, day, isHoliday).join(),
    ),
  );
}
