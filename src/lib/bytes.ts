const units = ["byte", "kilobyte", "megabyte"] as const;

/** "512 byte", "1.4 MB": a size as people read it, in steps of 1,024. */
export function formatBytes(bytes: number, locale = "en"): string {
  const step = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  const amount = bytes / 1024 ** step;
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: units[step],
    maximumFractionDigits: amount < 10 && step > 0 ? 1 : 0,
  }).format(amount);
}
