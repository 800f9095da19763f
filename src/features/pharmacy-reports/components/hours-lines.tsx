import { getTranslations } from "next-intl/server";
import type { ReportedPharmacy } from "../reported-store";

/** Hours as they are kept, a line for each rule; the words they came in where they could not be read. */
export async function HoursLines({ pharmacy }: { pharmacy: ReportedPharmacy }) {
  const t = await getTranslations("pharmacy");
  const { hours, hoursAsWritten } = pharmacy;
  if (!hours)
    return <span className="whitespace-pre-line">{hoursAsWritten ?? t("hoursUnknown")}</span>;
  return (
    <ul className="grid gap-1 font-normal">
      {hours.rules.map(({ days, season, dates, windows, note }) => {
        const named = days?.map((day) => t(`days.${day}`)).join(", ");
        const when = [named, season, dates?.split("/").join(" – ")].filter(Boolean).join(", ");
        const line = t("hoursLine", {
          when: when || t("everyDay"),
          windows: windows.join(", ") || t("hoursClosed"),
        });
        return <li key={`${line} ${note}`}>{note ? `${line} (${note})` : line}</li>;
      })}
    </ul>
  );
}
