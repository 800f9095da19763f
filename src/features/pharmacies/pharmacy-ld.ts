import { openingDays } from "@/features/opening-hours/schema";
import type { PharmacyPage } from "./queries/get-pharmacy";

/** A pharmacy as schema.org knows one; nothing that the page does not show. */
export function pharmacyLd(pharmacy: PharmacyPage, url: string): Record<string, unknown> {
  const { latitude, longitude, address, city, postalCode, country, rating } = pharmacy;
  return {
    "@type": "Pharmacy",
    name: pharmacy.name,
    url,
    ...(pharmacy.description && { description: pharmacy.description }),
    address: {
      "@type": "PostalAddress",
      ...(address && { streetAddress: address }),
      ...(postalCode && { postalCode }),
      ...(city && { addressLocality: city }),
      ...(country && { addressCountry: country }),
    },
    geo: { "@type": "GeoCoordinates", latitude, longitude },
    ...(pharmacy.phone && { telephone: pharmacy.phone }),
    ...(pharmacy.website && { sameAs: pharmacy.website }),
    ...(pharmacy.week && { openingHoursSpecification: hoursLd(pharmacy.week) }),
    ...(rating !== null &&
      pharmacy.ratingCount > 0 && {
        aggregateRating: {
          "@type": "AggregateRating",
          ratingValue: rating,
          reviewCount: pharmacy.ratingCount,
          bestRating: 5,
        },
      }),
  };
}

/** This week as it is shown, each day with its date: seasons and holidays are in it, no guess is. */
function hoursLd(week: NonNullable<PharmacyPage["week"]>) {
  return week.flatMap(({ date, windows }, index) => {
    const day = openingDays[index] ?? "";
    const specification = {
      "@type": "OpeningHoursSpecification",
      dayOfWeek: `https://schema.org/${day.charAt(0).toUpperCase()}${day.slice(1)}`,
      validFrom: date,
      validThrough: date,
    };
    // To schema.org equal times are a day closed, and midnight at the end of a day its last minute.
    if (windows.length === 0) return [{ ...specification, opens: "00:00", closes: "00:00" }];
    return windows.map(({ start, end }) => ({
      ...specification,
      opens: clock(start),
      closes: end - start >= 1440 || end === 1440 ? "23:59" : clock(end % 1440),
    }));
  });
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}
