/**
 * Controls, what turns the direction of other words, and more than one space become one space. Nothing
 * is left of what nobody would see.
 */
export function cleanText(text: string): string {
  const clean = text.replace(/[\p{Cc}\s\u202a-\u202e\u2066-\u2069]+/gu, " ").trim();
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(clean) ? clean : "";
}

/** The first of several numbers; null where it is none that can be dialled. */
export function phoneOf(text: string): string | null {
  const [first = ""] = text.split(/;|\s\/\s|,(?=\s*\+)/);
  const phone = first.trim().replace(/\.0$/, "");
  const isPhone = /^[\d\s()+./-]{5,40}(\s*(x|ext\.?)\s*\d{1,6})?$/i.test(phone);
  return isPhone && /(\d.*){3}/.test(phone) && phone.length <= 50 ? phone : null;
}

/** An address of the web alone, with its scheme; null for any other. */
export function websiteOf(text: string): string | null {
  const [first = ""] = text.split(/;\s*|\s/);
  const address = /^[a-z][a-z\d+.-]*:/i.test(first) ? first : `https://${first}`;
  try {
    const { protocol, hostname, username } = new URL(address);
    const isWeb = ["http:", "https:"].includes(protocol) && hostname.includes(".") && !username;
    return isWeb && address.length <= 255 ? address : null;
  } catch {
    return null;
  }
}

/** Texts between semicolons, or commas where there is none: 30 at most, of 100 letters at most. */
export function listOf(text: string): string[] | null {
  const parts = text.split(text.includes(";") ? ";" : ",").map((part) => part.trim());
  const found = [...new Set(parts.filter(Boolean))];
  return found.length <= 30 && found.every((part) => part.length <= 100) ? found : null;
}

/** Kilometres that somebody delivers to: more than none, 100 at most. */
export function radiusOf(text: string): number | null {
  const kilometres = /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text) : 0;
  return kilometres > 0 && kilometres <= 100 ? kilometres : null;
}
