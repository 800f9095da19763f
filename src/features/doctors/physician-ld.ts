import type { DoctorPage } from "./schema";

/** A doctor as schema.org knows one; nothing that the page does not show. */
export function physicianLd(doctor: DoctorPage): Record<string, unknown> {
  return {
    "@type": "Physician",
    name: doctor.name,
    medicalSpecialty: doctor.specialization,
    ...(doctor.bio && { description: doctor.bio }),
    ...(doctor.languages.length > 0 && { knowsLanguage: doctor.languages }),
    ...(doctor.rating &&
      doctor.rating.count > 0 && {
        aggregateRating: {
          "@type": "AggregateRating",
          ratingValue: doctor.rating.value,
          reviewCount: doctor.rating.count,
          bestRating: 5,
        },
      }),
    hospitalAffiliation: doctor.clinics.map((clinic) => ({
      "@type": "MedicalClinic",
      name: clinic.name,
      address: {
        "@type": "PostalAddress",
        ...(clinic.address && { streetAddress: clinic.address }),
        ...(clinic.city && { addressLocality: clinic.city }),
        ...(clinic.country && { addressCountry: clinic.country }),
      },
    })),
  };
}
