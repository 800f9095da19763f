import { getLocale, getTranslations } from "next-intl/server";
import { type Distribution, sharesOf } from "../rules";

/** How many gave five stars down to one: numbers, and a bar beside each. */
export async function StarCounts({ distribution }: { distribution: Distribution }) {
  const [t, locale] = [await getTranslations("reviews"), await getLocale()];
  const number = new Intl.NumberFormat(locale);
  const shares = sharesOf(distribution);
  return (
    <table className="w-full max-w-sm text-small">
      <caption className="sr-only">{t("distribution")}</caption>
      <tbody>
        {[5, 4, 3, 2, 1].map((rating) => (
          <tr key={rating}>
            <th scope="row" className="py-1 pe-3 text-start font-normal whitespace-nowrap">
              {t("starsShort", { rating })}
            </th>
            <td aria-hidden className="w-full">
              <span className="block h-2.5 rounded-pill bg-surface-sunken">
                <span
                  className="block h-full rounded-pill bg-accent"
                  style={{ width: `${shares[rating - 1] ?? 0}%` }}
                />
              </span>
            </td>
            <td className="ps-3 text-end tabular-nums">
              {number.format(distribution[rating - 1] ?? 0)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
