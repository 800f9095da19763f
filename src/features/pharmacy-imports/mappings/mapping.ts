import type { OpeningDay } from "@/features/opening-hours/schema";

type Weekday = Exclude<OpeningDay, "holiday">;

/** Several columns that may say the same: the first that is not empty counts. */
type Columns = readonly string[];

/**
 * What the columns of one kind of file mean. In GeoJSON a column is a property of a feature, and
 * "@id" the feature's own id.
 */
export type Mapping = {
  name: string;
  format: "csv" | "geojson";
  /** Of all rows, where the file does not say. ISO 3166-1 alpha-2. */
  country?: string;
  /** Rows are pharmacies where one of these columns says one of these words; the others are skipped. */
  only?: { columns: Columns; words: readonly string[] };
  /** What a row is called in its source: of several tries the first of which all columns are there. */
  id: readonly Columns[];
  facts: Partial<Record<FactName, Columns>>;
  /** Degrees of a CSV file. */
  latitude?: Columns;
  longitude?: Columns;
  /** Parts of the address, in the order in which they are written; "number street" come first. */
  address: { street: Columns; parts: readonly Columns[] };
  /** In the syntax of OpenStreetMap. */
  osmHours?: Columns;
  weekHours?: Readonly<Record<Weekday, Columns>>;
  /** The day on which somebody last looked. */
  checkedOn?: Columns;
};

export type FactName =
  | "name"
  | "brand"
  | "city"
  | "country"
  | "postalCode"
  | "phone"
  | "website"
  | "services"
  | "insurance"
  | "deliveryKm";
