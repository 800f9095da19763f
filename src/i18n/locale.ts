export const locales = ["en"] as const;
export type AppLocale = (typeof locales)[number];
export const defaultLocale: AppLocale = "en";

/** Which way a language is written; the layout is in logical properties and follows. */
export function directionOf(locale: string): "ltr" | "rtl" {
  const rightToLeft = ["ar", "fa", "he", "ur", "ps", "sd", "ckb", "dv", "yi"];
  return rightToLeft.includes(locale.split("-")[0] ?? "") ? "rtl" : "ltr";
}
