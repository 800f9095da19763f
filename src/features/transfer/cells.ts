import type { Problem } from "./verdicts";

// Spaces of all kinds and the apostrophes that stand between thousands.
const fillers = /[\s\u00a0\u2007\u202f'’]/gu;

/**
 * A number as people write it: "52.5", "52,5", "1 234,50", "1,234.50", "1'234". Null for what is
 * none. "1,234" may be two numbers: it is taken for the smaller one where `most` leaves no other.
 */
export function readNumber(text: string, most: number): number | Problem {
  const plain = text.replace(fillers, "");
  const match = /^([+-]?)(\d[\d.,]*|[.,]\d+)$/.exec(plain);
  const digits = match?.[2];
  if (!match || !digits) return { code: "notANumber" };
  const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  const sign = digits[last] ?? "";
  const isMixed = digits.includes(".") && digits.includes(",");
  const isRepeated = sign !== "" && digits.indexOf(sign) !== last;
  if (isMixed && isRepeated) return { code: "notANumber" };
  const whole = isRepeated ? digits : digits.slice(0, last === -1 ? undefined : last);
  const fraction = isRepeated || last === -1 ? "" : digits.slice(last + 1);
  if (/[.,]/.test(whole) && !/^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(whole))
    return { code: "notANumber" };
  const isUnclear =
    !isMixed &&
    !isRepeated &&
    /^[1-9]\d{0,2}$/.test(whole) &&
    fraction.length === 3 &&
    most >= 1000;
  if (isUnclear) return { code: "ambiguousNumber" };
  return Number(`${match[1]}${whole.replace(/[.,]/g, "") || "0"}.${fraction || "0"}`);
}

const yes = new Set(["yes", "y", "true", "1", "x", "ja", "wahr", "oui", "vrai", "sí", "si", "sì"]);
const no = new Set(["no", "n", "false", "0", "nein", "falsch", "non", "faux"]);

/** Yes or no in the words of some languages; null for any other word. */
export function readYesNo(text: string): boolean | null {
  const word = text.toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : null;
}
