import { useTranslations } from "next-intl";

const fields = [
  "name",
  "slug",
  "description",
  "phone",
  "email",
  "website",
  "address",
  "city",
  "country",
  "position",
  "timezone",
  "currency",
  "hours",
  "services",
  "amenities",
  "insurance",
  "isActive",
  "supportsDelivery",
  "deliveryRadiusKm",
  "acceptsInsurance",
  "licenseNumber",
  "licenseAuthority",
  "licenseCountry",
  "licenseExpiresOn",
] as const;

/** What a form calls its answers, for where it must speak of them. */
export function useLabels(): (key: string) => string {
  const t = useTranslations("registry");
  return (key) => {
    const field = fields.find((name) => name === key);
    return field ? t(field) : key;
  };
}
