import { getTranslations } from "next-intl/server";
import type { Profile } from "@/features/accounts/store";

/**
 * What a doctor sees of someone's profile where they share it, in their own words; empty for who has
 * told us nothing but their date of birth.
 */
export async function listHealthFacts(profile: Profile): Promise<string[]> {
  const t = await getTranslations("appointments");
  const { bloodGroup, allergies, chronicConditions, gender, emergencyContactName } = profile;
  const facts = [
    bloodGroup && t("factBlood", { group: bloodGroup }),
    allergies.length > 0 && t("factAllergies", { list: allergies.join(", ") }),
    chronicConditions.length > 0 && t("factConditions", { list: chronicConditions.join(", ") }),
    gender && t("factGender", { gender }),
    emergencyContactName && t("factContact", { name: emergencyContactName }),
  ].filter((fact) => typeof fact === "string" && fact !== "") as string[];
  return facts.length > 0 ? [...facts, t("factAge")] : [];
}
