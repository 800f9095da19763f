import { slugOf } from "@/lib/slug";
import type { UserOverrides } from "@/testing/factories/user";
import type { CityKey } from "./data/cities";
import { type Community, communities } from "./data/names";
import { type Random, random } from "./random";

export const demoDomain = "demo.medico24.example";

export type Person = {
  givenName: string;
  familyName: string;
  gender: "female" | "male";
  languages: readonly string[];
  email: string;
};

/** A person with a name, as one row of `users`. */
export function asUser(person: Person): UserOverrides {
  return {
    givenName: person.givenName,
    familyName: person.familyName,
    fullName: `${person.givenName} ${person.familyName}`,
    email: person.email,
    firebaseUid: `demo-${person.email.split("@")[0]}`,
  };
}

/** Gives people of a city, one after another, no two with one name. */
export function peopleOf(purpose: string, taken: Set<string>): (city: CityKey) => Person {
  const rng = random(`people ${purpose}`);
  const turns = new Map<CityKey, number>();
  return (city) => {
    const turn = turns.get(city) ?? 0;
    turns.set(city, turn + 1);
    const pool = communities[city];
    const community = pool[turn % pool.length] as Community;
    for (;;) {
      const person = meet(community, rng);
      // One family name more than twice would look like a mistake.
      const family = `${city} ${purpose} ${person.familyName}`;
      const isFresh = !taken.has(person.email) && !taken.has(`${family} 3`);
      if (!isFresh) continue;
      taken.add(person.email);
      const times = [1, 2, 3].find((time) => !taken.has(`${family} ${time}`));
      taken.add(`${family} ${times}`);
      return person;
    }
  };
}

function meet(community: Community, rng: Random): Person {
  const gender = rng.chance(0.52) ? "female" : "male";
  const givenName = rng.pick(gender === "female" ? community.women : community.men);
  const familyName = rng.pick(community.families);
  return {
    givenName,
    familyName,
    gender,
    languages: rng.some(community.languages, 1, 2),
    email: `${slugOf(givenName)}.${slugOf(familyName)}@${demoDomain}`,
  };
}
