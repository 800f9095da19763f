/** "$120", "€75.50", "₹800": whole amounts without cents; a currency nobody knows by its code. */
export function formatMoney(amount: number, currency: string, locale = "en"): string {
  const style: Intl.NumberFormatOptions = { style: "currency", currency };
  // A currency without cents (JPY) says so itself.
  if (Number.isInteger(amount)) style.maximumFractionDigits = 0;
  return new Intl.NumberFormat(locale, style).format(amount);
}
