/** Where one pays in which currency, by country code; elsewhere the doctor says it. */
const countriesOf: Record<string, string> = {
  AED: "AE",
  ARS: "AR",
  AUD: "AU KI NR TV",
  BDT: "BD",
  BRL: "BR",
  CAD: "CA",
  CHF: "CH LI",
  CLP: "CL",
  CNY: "CN",
  COP: "CO",
  CZK: "CZ",
  DKK: "DK FO GL",
  EGP: "EG",
  ETB: "ET",
  EUR: "AD AT BE BG CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MQ MT NL PT RE SI SK SM VA XK YT",
  GBP: "GB GG IM JE",
  GHS: "GH",
  HKD: "HK",
  HUF: "HU",
  IDR: "ID",
  ILS: "IL PS",
  INR: "IN BT",
  ISK: "IS",
  JPY: "JP",
  KES: "KE",
  KRW: "KR",
  LKR: "LK",
  MAD: "MA EH",
  MXN: "MX",
  MYR: "MY",
  NGN: "NG",
  NOK: "NO SJ",
  NPR: "NP",
  NZD: "NZ CK NU TK PN",
  PEN: "PE",
  PHP: "PH",
  PKR: "PK",
  PLN: "PL",
  QAR: "QA",
  RON: "RO",
  RSD: "RS",
  SAR: "SA",
  SEK: "SE",
  SGD: "SG",
  THB: "TH",
  TND: "TN",
  TRY: "TR",
  TWD: "TW",
  TZS: "TZ",
  UAH: "UA",
  UGX: "UG",
  USD: "US AS EC FM GU MH MP PR PW SV TL VI",
  UYU: "UY",
  VND: "VN",
  XAF: "CF CG CM GA GQ TD",
  XOF: "BF BJ CI GW ML NE SN TG",
  ZAR: "ZA LS NA SZ",
};

const byCountry = new Map(
  Object.entries(countriesOf).flatMap(([currency, countries]) =>
    countries.split(" ").map((country) => [country, currency] as const),
  ),
);

/** What one most likely pays in, in a country; null where we do not know. */
export function currencyOf(country: string): string | null {
  return byCountry.get(country) ?? null;
}

/** Whether a code is a currency's that can be written with its sign or name. */
export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf("currency").includes(code);
}

/** Every currency for someone to choose from, by its code. */
export function currencyChoices(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: "currency" });
  return Intl.supportedValuesOf("currency").map((code) => ({
    value: code,
    label: `${code}: ${names.of(code) ?? code}`,
  }));
}
