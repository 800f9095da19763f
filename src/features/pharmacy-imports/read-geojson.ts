import { pipeline } from "node:stream";
import parser, { type Token } from "stream-json/parser.js";
import { rawRowOf } from "./feature";
import { ImportRefused } from "./import-refused";
import { JsonValue } from "./json-value";
import type { RawRow } from "./raw-row";
import { type SourceFile, textOf } from "./source-file";

/** Deeper than any file of places: what is deeper is made to break whoever reads it. */
const deepest = 1_000;
const longestKey = 1_000;

/**
 * The features of a file, one at a time and never more than one in memory. Refuses what is no JSON or
 * ends before its end, and what is no FeatureCollection.
 */
export async function* readGeojson(
  file: SourceFile,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<RawRow> {
  const tokens = parser.asStream({ packValues: false });
  pipeline(textOf(file, onBytes), tokens, () => undefined);
  const reader = new FeatureReader();
  try {
    for await (const token of tokens as AsyncIterable<Token>) {
      const row = reader.take(token);
      if (row) yield row;
    }
  } catch (error) {
    if (error instanceof ImportRefused || !(error instanceof Error)) throw error;
    if (!error.message.startsWith("Parser ")) throw error;
    throw new ImportRefused(
      `This is no whole JSON: after feature ${reader.row} ${error.message.replace(/^Parser /, "the parser ")}.`,
    );
  } finally {
    tokens.destroy();
  }
  if (!reader.hasFeatures)
    throw new ImportRefused("This is no GeoJSON FeatureCollection: it has no list of features.");
}

class FeatureReader {
  row = 0;
  hasFeatures = false;
  #depth = 0;
  #isWithin = false;
  #key = "";
  #feature: JsonValue | null = null;
  #text = "";

  /** @returns a row where this token is the last of one. */
  take(token: Token): RawRow | null {
    switch (token.name) {
      case "startObject":
      case "startArray":
        return this.#open(token.name === "startArray" ? "array" : "object");
      case "endObject":
      case "endArray":
        return this.#close();
      case "startKey":
      case "startString":
      case "startNumber":
        this.#text = "";
        if (token.name !== "startKey") this.#begin();
        return null;
      case "stringChunk":
      case "numberChunk":
        return this.#letters(token.value);
      case "endKey":
        if (this.#feature) this.#feature.key(this.#text);
        else if (this.#depth === 1) this.#key = this.#text;
        return null;
      case "endString":
        return this.#value(this.#text);
      case "endNumber":
        return this.#value(numberOf(this.#text));
      case "nullValue":
      case "trueValue":
      case "falseValue":
        this.#begin();
        return this.#value(token.value);
      default:
        return null;
    }
  }

  #open(kind: "object" | "array"): null {
    this.#begin();
    this.#depth += 1;
    if (this.#depth > deepest)
      throw new ImportRefused(
        `The file is nested more than ${deepest} deep after feature ${this.row}.`,
      );
    if (this.#feature) this.#feature.open(kind);
    else if (this.#depth === 2 && kind === "array" && this.#key === "features") {
      if (this.hasFeatures) throw new ImportRefused("The file has two lists of features.");
      this.hasFeatures = true;
      this.#isWithin = true;
    }
    return null;
  }

  #close(): RawRow | null {
    this.#depth -= 1;
    if (this.#feature) {
      this.#feature.close();
      return this.#whole();
    }
    if (this.#isWithin && this.#depth === 1) this.#isWithin = false;
    return null;
  }

  /** Whatever begins directly in the list of features is one. */
  #begin(): void {
    if (this.#isWithin && this.#depth === 2 && !this.#feature) {
      this.row += 1;
      this.#feature = new JsonValue();
    }
  }

  #letters(letters: string): null {
    const hasRoom = this.#feature
      ? this.#feature.takes(letters.length)
      : this.#text.length < longestKey;
    if (hasRoom) this.#text += letters;
    return null;
  }

  #value(value: string | number | boolean | null): RawRow | null {
    this.#feature?.put(value);
    return this.#whole();
  }

  #whole(): RawRow | null {
    if (!this.#feature?.isDone) return null;
    const { problem, result } = this.#feature;
    this.#feature = null;
    if (!problem) return rawRowOf(this.row, result);
    return { row: this.row, fields: new Map(), position: "none", problem: { reason: problem } };
  }
}

/** A whole number too long for JavaScript stays as it is written: it is a name of something. */
function numberOf(text: string): number | string {
  const value = Number(text);
  return /^-?\d+$/.test(text) && !Number.isSafeInteger(value) ? text : value;
}
