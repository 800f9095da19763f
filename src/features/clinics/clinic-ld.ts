import { weekdays } from "@/features/schedules/template";
import type { ClinicPage } from "./schema";

/** A clinic as schema.org knows one; nothing that the page does not show. */
export function clinicLd(clinic: ClinicPage): Record<string, unknown> {
  const { latitude, longitude, address, city, country, contacts, rating, ratingCount } = clinic;
  return {
    "@type": "MedicalClinic",
    name: clinic.name,
    ...(clinic.description && { description: clinic.description }),
    address: {
      "@type": "PostalAddress",
      ...(address && { streetAddress: address }),
      ...(city && { addressLocality: city }),
      ...(country && { addressCountry: country }),
    },
    ...(latitude !== null &&
      longitude !== null && { geo: { "@type": "GeoCoordinates", latitude, longitude } }),
    ...(contacts?.phone && { telephone: contacts.phone }),
    ...(contacts?.website && { url: contacts.website }),
    ...(clinic.services.length > 0 && { availableService: clinic.services.map(service) }),
    ...(clinic.hours && "week" in clinic.hours && { openingHoursSpecification: hoursLd(clinic) }),
    ...(rating !== null &&
      ratingCount > 0 && {
        aggregateRating: {
          "@type": "AggregateRating",
          ratingValue: rating,
          reviewCount: ratingCount,
          bestRating: 5,
        },
      }),
  };
}

function service(name: string) {
  return { "@type": "MedicalProcedure", name };
}

function hoursLd({ hours }: ClinicPage) {
  if (!hours || !("week" in hours)) return [];
  return hours.week.flatMap((windows, day) =>
    windows.map(({ start, end }) => ({
      "@type": "OpeningHoursSpecification",
      dayOfWeek: `https://schema.org/${capital(weekdays[day] ?? "")}`,
      opens: clock(start),
      // Midnight at the end of a day is its last minute to schema.org.
      closes: end === 1440 ? "23:59" : clock(end % 1440),
    })),
  );
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
