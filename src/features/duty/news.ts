import { zoneName } from "@/lib/time/format";
import type { Interval } from "@/lib/time/interval";
import { spanText } from "./span-text";

export type News = Interval & { kind: "duty_new" | "duty_changed" | "duty_removed" };

type Whose = { pharmacyName: string; district: string; zone: string };

/** More lines nobody reads in a message. */
const mostLines = 12;

const titles: Record<News["kind"], string> = {
  duty_new: "New duty",
  duty_changed: "A duty was changed",
  duty_removed: "A duty was taken off",
};

/** A message for each kind of news about one pharmacy's shifts, in the district's own time. */
export function wordNews(news: readonly News[], { pharmacyName, district, zone }: Whose) {
  const kinds = [...new Set(news.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const shifts = news.filter((one) => one.kind === kind);
    const lines = shifts.slice(0, mostLines).map((shift) => spanText(shift, zone));
    const rest = shifts.length - lines.length;
    if (rest > 0) lines.push(`and ${rest} more`);
    const where = `${district}, ${zoneName(zone, shifts[0]?.startMs ?? 0)}`;
    return {
      kind,
      title: `${titles[kind]}: ${pharmacyName}`.slice(0, 255),
      body: `${where}\n${lines.join("\n")}`,
    };
  });
}
