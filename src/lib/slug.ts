const special: Record<string, string> = {
  ł: "l",
  Ł: "l",
  ß: "ss",
  ı: "i",
  đ: "d",
  Đ: "d",
  ø: "o",
};

/**
 * The name as it stands in an address: "Sofía Núñez" -> "sofia-nunez", "O'Brien" -> "obrien". Empty
 * for a name without a Latin letter or a digit.
 */
export function slugOf(name: string): string {
  return name
    .replace(/[łŁßıđĐø]/g, (letter) => special[letter] ?? "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’.]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** The same for a pharmacy, beside whose pages the duty rota has one of its own: never "duty". */
export function pharmacySlugOf(name: string): string {
  const slug = slugOf(name);
  return slug === "duty" ? "duty-pharmacy" : slug;
}
