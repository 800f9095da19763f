const units = ["kilobyte", "megabyte"] as const;

/** "0.1 kB", "1.4 MB": a size as people read it, in steps of 1,024. */
export function formatBytes(bytes: number, locale = "en"): string {
  const isLarge = bytes >= 1024 ** 2;
  const amount = bytes / 1024 ** (isLarge ? 2 : 1);
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: units[isLarge ? 1 : 0],
    maximumFractionDigits: amount < 10 ? 1 : 0,
  }).format(Math.max(amount, 0.1));
}
