import { chicagoSpots, type Spot } from "./chicago-spots";

export type CityKey = "chicago" | "mumbai" | "berlin" | "kathmandu" | "sydney";

export type City = {
  key: CityKey;
  name: string;
  state: string | null;
  country: string;
  currency: string;
  timezone: string;
  /** What a visit costs here for each dollar that it costs in Chicago, rounded to `feeStep`. */
  feeScale: number;
  feeStep: number;
  insurers: readonly string[];
  licenseAuthority: string;
  licensePrefix: string;
  /** Spoken by everyone who works here. */
  commonLanguages: readonly string[];
  spots: readonly Spot[];
  /** Telephone numbers that belong to nobody, or null where no such range is set aside. */
  phone: ((index: number) => string) | null;
};

const twoDigits = (index: number) => String(index % 100).padStart(2, "0");

/** "address|district|latitude|longitude" of streets people there would know. */
function spots(lines: readonly string[]): Spot[] {
  return lines.map((line) => {
    const [address = "", district = "", latitude, longitude] = line.split("|");
    return { address, district, latitude: Number(latitude), longitude: Number(longitude) };
  });
}

export const cities: Record<CityKey, City> = {
  chicago: {
    key: "chicago",
    name: "Chicago",
    state: "Illinois",
    country: "US",
    currency: "USD",
    timezone: "America/Chicago",
    feeScale: 1,
    feeStep: 5,
    insurers: [
      "Medicare",
      "Medicaid",
      "Blue Cross Blue Shield",
      "Aetna",
      "Cigna",
      "UnitedHealthcare",
      "Humana",
    ],
    licenseAuthority: "Illinois Department of Financial and Professional Regulation",
    licensePrefix: "IL-036",
    commonLanguages: ["English"],
    spots: chicagoSpots,
    phone: (index) =>
      `+1 ${["312", "773", "872"][Math.floor(index / 100) % 3]}-555-01${twoDigits(index)}`,
  },
  mumbai: {
    key: "mumbai",
    name: "Mumbai",
    state: "Maharashtra",
    country: "IN",
    currency: "INR",
    timezone: "Asia/Kolkata",
    feeScale: 8,
    feeStep: 50,
    insurers: ["Star Health", "New India Assurance", "HDFC ERGO", "Niva Bupa"],
    licenseAuthority: "Maharashtra Medical Council",
    licensePrefix: "MMC",
    commonLanguages: ["English", "Hindi", "Marathi"],
    spots: spots([
      "14 Hill Road|Bandra West|19.05480|72.83010",
      "212 Linking Road|Khar West|19.06890|72.83340",
      "37 S.V. Road|Andheri West|19.11970|72.84640",
      "9 Lady Jamshedji Road|Dadar West|19.01930|72.84270",
      "58 Cadell Road|Mahim|19.03860|72.83990",
      "81 Senapati Bapat Marg|Lower Parel|18.99560|72.82810",
      "22 Colaba Causeway|Colaba|18.91560|72.82700",
      "105 Juhu Tara Road|Juhu|19.09980|72.82760",
      "46 L.B.S. Marg|Ghatkopar West|19.08720|72.90510",
      "7 Central Avenue|Powai|19.11810|72.91190",
      "63 Dr. Ambedkar Road|Parel|19.00120|72.84120",
      "18 Carter Road|Bandra West|19.06410|72.82260",
      "130 M.G. Road|Mulund West|19.17240|72.94890",
      "25 Nehru Road|Vile Parle East|19.09930|72.85010",
      "72 Link Road|Malad West|19.18610|72.83590",
      "11 Sion Circle|Sion|19.03990|72.86200",
    ]),
    phone: null,
  },
  berlin: {
    key: "berlin",
    name: "Berlin",
    state: "Berlin",
    country: "DE",
    currency: "EUR",
    timezone: "Europe/Berlin",
    feeScale: 0.6,
    feeStep: 5,
    insurers: ["AOK", "Barmer", "DAK-Gesundheit", "Techniker Krankenkasse", "Privat"],
    licenseAuthority: "Ärztekammer Berlin",
    licensePrefix: "AEKB",
    commonLanguages: ["German", "English"],
    spots: spots([
      "Kastanienallee 41|Prenzlauer Berg|52.53760|13.41060",
      "Bergmannstraße 92|Kreuzberg|52.48910|13.38960",
      "Karl-Marx-Straße 118|Neukölln|52.47790|13.43890",
      "Kantstraße 63|Charlottenburg|52.50650|13.31040",
      "Torstraße 155|Mitte|52.52970|13.39720",
      "Boxhagener Straße 27|Friedrichshain|52.51190|13.45870",
      "Müllerstraße 143|Wedding|52.54960|13.35390",
      "Hauptstraße 88|Schöneberg|52.48230|13.34810",
      "Schloßstraße 34|Steglitz|52.46130|13.32480",
      "Turmstraße 59|Moabit|52.52620|13.33740",
      "Schönhauser Allee 110|Prenzlauer Berg|52.54930|13.41350",
      "Oranienstraße 171|Kreuzberg|52.50030|13.42250",
      "Frankfurter Allee 73|Friedrichshain|52.51510|13.46460",
      "Berliner Straße 16|Pankow|52.56520|13.41170",
    ]),
    phone: (index) => `+49 30 23125 0${twoDigits(index)}`,
  },
  kathmandu: {
    key: "kathmandu",
    name: "Kathmandu",
    state: "Bagmati",
    country: "NP",
    currency: "NPR",
    timezone: "Asia/Kathmandu",
    feeScale: 7,
    feeStep: 50,
    insurers: ["Health Insurance Board", "Nepal Life", "Himalayan Everest Insurance"],
    licenseAuthority: "Nepal Medical Council",
    licensePrefix: "NMC",
    commonLanguages: ["Nepali", "English"],
    spots: spots([
      "Lazimpat Road 24|Lazimpat|27.72250|85.32090",
      "Maharajgunj Road 61|Maharajgunj|27.73780|85.33080",
      "New Road 112|New Road|27.70380|85.31210",
      "Baneshwor Marg 37|New Baneshwor|27.69110|85.34220",
      "Thamel Marg 9|Thamel|27.71530|85.31150",
      "Kalanki Marg 45|Kalanki|27.69350|85.28180",
      "Boudha Road 18|Boudha|27.72090|85.36040",
      "Putalisadak 77|Putalisadak|27.70330|85.32190",
      "Chabahil Marg 33|Chabahil|27.71780|85.34780",
      "Teku Road 52|Teku|27.69660|85.30640",
      "Balaju Road 15|Balaju|27.73210|85.30230",
      "Durbar Marg 6|Durbar Marg|27.71090|85.31740",
    ]),
    phone: null,
  },
  sydney: {
    key: "sydney",
    name: "Sydney",
    state: "New South Wales",
    country: "AU",
    currency: "AUD",
    timezone: "Australia/Sydney",
    feeScale: 1.1,
    feeStep: 5,
    insurers: ["Medicare", "Bupa", "Medibank", "HCF", "nib"],
    licenseAuthority: "Medical Board of Australia",
    licensePrefix: "MED",
    commonLanguages: ["English"],
    spots: spots([
      "312 King Street|Newtown|-33.89810|151.17740",
      "188 Oxford Street|Paddington|-33.88480|151.22680",
      "71 Macquarie Street|Sydney CBD|-33.86310|151.21200",
      "245 Victoria Street|Darlinghurst|-33.87890|151.22060",
      "59 Norton Street|Leichhardt|-33.88330|151.15700",
      "410 Crown Street|Surry Hills|-33.88640|151.21470",
      "133 Church Street|Parramatta|-33.81720|151.00370",
      "27 Willoughby Road|Crows Nest|-33.82660|151.20150",
      "90 Beamish Street|Campsie|-33.91210|151.10340",
      "16 Glebe Point Road|Glebe|-33.88410|151.19140",
      "204 Military Road|Neutral Bay|-33.83010|151.22030",
      "48 Bronte Road|Bondi Junction|-33.89310|151.24850",
      "520 Forest Road|Hurstville|-33.96640|151.10180",
      "35 Marrickville Road|Marrickville|-33.91120|151.15790",
      "12 Burwood Road|Burwood|-33.87720|151.10410",
    ]),
    phone: (index) => `+61 2 5550 01${twoDigits(index)}`,
  },
};
