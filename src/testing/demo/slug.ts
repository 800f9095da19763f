const special: Record<string, string> = {
  ł: "l",
  Ł: "l",
  ß: "ss",
  ı: "i",
  đ: "d",
  Đ: "d",
  ø: "o",
};

/** The name as it stands in an address: "Sofía Núñez" -> "sofia-nunez", "O'Brien" -> "obrien". */
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

/** Gives each name a slug of its own: a second "ana-silva" becomes "ana-silva-2". */
export function uniqueSlugs(): (name: string) => string {
  const seen = new Map<string, number>();
  return (name) => {
    const slug = slugOf(name);
    const times = (seen.get(slug) ?? 0) + 1;
    seen.set(slug, times);
    return times === 1 ? slug : `${slug}-${times}`;
  };
}
