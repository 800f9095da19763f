/**
 * A text as it is compared when someone searches: lower case, without accents, one space between
 * words. Letters that are no accented ones (ß, ø, ł, ı) become what people type instead.
 */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßøłđıæœð]/g, (letter) => spelled[letter] ?? letter)
    .replace(/\s+/g, " ")
    .trim();
}

const spelled: Record<string, string> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
  æ: "ae",
  œ: "oe",
  ð: "d",
};
