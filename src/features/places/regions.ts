type Region = { code: string; name: string };

/**
 * Regions people write behind a town, by country and the gazetteer's own code. Elsewhere the country
 * is enough, and the codes are numbers that nobody knows.
 */
const regions: Record<string, string> = {
  US: "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming",
  CA: "01=AB Alberta|02=BC British Columbia|03=MB Manitoba|04=NB New Brunswick|05=NL Newfoundland and Labrador|07=NS Nova Scotia|08=ON Ontario|09=PE Prince Edward Island|10=QC Quebec|11=SK Saskatchewan|12=YT Yukon|13=NT Northwest Territories|14=NU Nunavut",
  AU: "01=ACT Australian Capital Territory|02=NSW New South Wales|03=NT Northern Territory|04=QLD Queensland|05=SA South Australia|06=TAS Tasmania|07=VIC Victoria|08=WA Western Australia",
};

const byKey = new Map<string, Region>();
for (const [country, list] of Object.entries(regions)) {
  for (const entry of list.split("|")) {
    const [, given, code = "", name = ""] = /^(?:(\d+)=)?(\w+) (.+)$/.exec(entry) ?? [];
    byKey.set(`${country} ${given ?? code}`, { code, name });
  }
}

/** The region of a place as people write it, where they do. */
export function regionOf(country: string, adminCode: string): Region | undefined {
  return byKey.get(`${country} ${adminCode}`);
}

const countryNames = new Intl.DisplayNames("en", { type: "region" });

/** "United States" of "US"; the code itself where it is none. */
export function countryName(code: string): string {
  try {
    return countryNames.of(code) ?? code;
  } catch {
    return code;
  }
}

/** Short forms that are no codes. */
export const countryShortForms: Record<string, string> = {
  usa: "US",
  uk: "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  deutschland: "DE",
  osterreich: "AT",
  schweiz: "CH",
  bharat: "IN",
};
