import { getTranslations } from "next-intl/server";
import { formatDay } from "@/lib/time/format";
import type { Interval } from "@/lib/time/interval";
import { msAtWall, parseWall, shiftDate } from "@/lib/time/wall";
import type { Shift } from "../shift-store";
import { spanText } from "../span-text";
import { DayBar } from "./day-bar";
import { ShiftDialog } from "./shift-dialog";

type CalendarProps = {
  districtId: string;
  zone: string;
  /** "2026-11-02" */
  first: string;
  days: number;
  nowMs: number;
  cover: Interval[];
  gaps: Interval[];
  shifts: Shift[];
};

/** Each day as a bar and, in the same row, in words: what begins on it, and what is open. */
export async function Calendar(props: CalendarProps) {
  const { districtId, zone, first, days, nowMs, cover, gaps, shifts } = props;
  const t = await getTranslations("duty");
  const kept = shifts.filter(({ isListed }) => isListed);
  const midnight = (date: string) => msAtWall(parseWall(`${date}T00:00`) ?? 0, zone);
  const rows = Array.from({ length: days }, (_, index) => {
    const date = shiftDate(first, index);
    return { startMs: midnight(date), endMs: midnight(shiftDate(date, 1)) };
  });
  return (
    <div className="grid gap-3">
      <Legend />
      <table className="w-full table-fixed border-collapse text-start max-sm:block">
        <thead className="max-sm:sr-only">
          <tr className="border-b border-line-strong text-start text-small text-ink-muted">
            <th scope="col" className="w-32 py-2 text-start font-semibold">
              {t("day")}
            </th>
            <th scope="col" className="w-1/3 py-2 text-start font-semibold">
              {t("picture")}
            </th>
            <th scope="col" className="py-2 ps-4 text-start font-semibold">
              {t("onDuty")}
            </th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {rows.map((day, index) => {
            // What reaches in from the day before stands there; on the first day it stands here.
            const begins = ({ startMs, endMs }: Interval) =>
              startMs < day.endMs && (index === 0 ? endMs > day.startMs : startMs >= day.startMs);
            const own = shifts.filter(begins);
            const open = gaps.filter(begins);
            return (
              <tr
                key={day.startMs}
                className="border-b border-line align-top max-sm:grid max-sm:grid-cols-[minmax(0,1fr)] max-sm:gap-2 max-sm:py-3"
              >
                <th scope="row" className="py-2.5 text-start font-semibold max-sm:p-0">
                  {formatDay(day.startMs, zone, "en", "short")}
                </th>
                <td className="py-2 max-sm:p-0">
                  <DayBar day={day} cover={cover} gaps={gaps} shifts={kept} />
                </td>
                <td className="py-1 ps-4 max-sm:p-0">
                  <ul className="grid gap-1">
                    {own.map((shift) => (
                      <li
                        key={shift.id}
                        className="flex min-h-touch items-center justify-between gap-x-3"
                      >
                        <span className="min-w-0 wrap-anywhere">
                          <span className="font-semibold">{shift.name}</span>{" "}
                          <span className="text-small text-ink-muted">
                            {spanText(shift, zone)}
                            {!shift.isListed && ` (${t("hiddenPharmacy")})`}
                          </span>
                        </span>
                        {shift.endMs > nowMs && (
                          <ShiftDialog
                            districtId={districtId}
                            zone={zone}
                            shift={{
                              id: shift.id,
                              name: shift.name,
                              pharmacyId: shift.pharmacyId,
                              startMs: shift.startMs,
                              endMs: shift.endMs,
                            }}
                          />
                        )}
                      </li>
                    ))}
                    {open.map((gap) => (
                      <li key={gap.startMs} className="py-1.5 font-semibold text-critical">
                        {t("gapEntry", { span: spanText(gap, zone) })}
                      </li>
                    ))}
                    {own.length + open.length === 0 && (
                      <li className="py-1.5 text-ink-muted">
                        {t(cover.some(reachesIn(day)) ? "goesOn" : "notNeeded")}
                      </li>
                    )}
                  </ul>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const reachesIn = (day: Interval) => (span: Interval) =>
  span.startMs < day.endMs && span.endMs > day.startMs;

async function Legend() {
  const t = await getTranslations("duty");
  const noon = { startMs: 0, endMs: 1 };
  const marks = [
    { label: t("legendKept"), cover: [], gaps: [], shifts: [noon] },
    { label: t("legendOpen"), cover: [], gaps: [noon], shifts: [] },
    { label: t("legendNeeded"), cover: [noon], gaps: [], shifts: [] },
  ];
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-2 text-small">
      {marks.map(({ label, ...spans }) => (
        <li key={label} className="flex items-center gap-2">
          <span className="block w-8">
            <DayBar day={noon} {...spans} />
          </span>
          {label}
        </li>
      ))}
    </ul>
  );
}
