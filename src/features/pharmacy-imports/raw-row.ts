/** What a cell or a property may hold here; a list or an object is "nested". */
export type RawValue = string | number | boolean | null | { nested: true };

/** Degrees as the file has them, a number's digits kept; or that there is no place. */
export type RawPosition = { latitude: RawValue; longitude: RawValue } | "none" | "unreadable";

/** One row as it stands in the file. */
export type RawRow = {
  /** As people count: the line of a table with its names as 1, the feature of a GeoJSON file from 1. */
  row: number;
  fields: ReadonlyMap<string, RawValue>;
  position: RawPosition;
  /** Why it is no row at all. */
  problem?: RowProblem;
};

export type RowProblem = { reason: Reason; detail?: string };

/** Why a row is not taken in, with the sentence for the report. */
export const reasons = {
  notAnObject: "the feature is not an object",
  tooLarge: "the row is larger than a pharmacy can be",
  tooDeep: "the feature is nested deeper than a pharmacy can be",
  cells: "the row has another number of cells than there are columns",
  noId: "nothing says what the row is called in its source",
  sameId: "an earlier row has the same id",
  tooLong: "a text is too long",
  notText: "a list or an object stands where a text should be",
  noPosition: "there is no position",
  notANumber: "a coordinate is no number",
  exponent: "a coordinate is written with an exponent: a spreadsheet has lost its digits",
  commaDecimal: "a coordinate has a comma for its decimal point",
  outOfRange: "a coordinate lies outside the Earth",
  swapped: "latitude and longitude are exchanged",
  nullIsland: "the position is 0, 0: nobody has entered one",
  badGeometry: "the geometry cannot be read",
  country: "the country is not a code of two letters",
} as const;
export type Reason = keyof typeof reasons;
