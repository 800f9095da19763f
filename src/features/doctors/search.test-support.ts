import { instantOf, parseInstant } from "@/lib/time/instant";
import type { callAs } from "@/testing/caller";
import { testDatabase } from "@/testing/database";
import { createAssociation } from "@/testing/factories/association";
import { createClinic } from "@/testing/factories/clinic";
import { createDoctor } from "@/testing/factories/doctor";

export const at = (text: string) => parseInstant(text) ?? instantOf(0);

/** A Wednesday, 10:00 in Chicago. */
export const now = at("2026-10-28T15:00:00Z");

export const loop = { latitude: 41.8833, longitude: -87.6278 };

type Api = Awaited<ReturnType<typeof callAs>>;

/** Slugs of a search, in its order, through all of its pages. */
export async function slugsOf(
  api: Api,
  input: Parameters<Api["doctors"]["search"]>[0],
): Promise<string[]> {
  const slugs: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.doctors.search({ ...input, cursor } as typeof input);
    slugs.push(...page.doctors.map((doctor) => doctor.slug));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return slugs;
}

type Seen = {
  slug: string;
  name?: string;
  doctor?: Parameters<typeof createDoctor>[1];
  clinic?: Parameters<typeof createClinic>[1];
  association?: Parameters<typeof createAssociation>[1];
};

/** A doctor at a clinic of their own, everything as the factories have it unless told otherwise. */
export async function addDoctor({
  slug,
  name = "Robin Example",
  doctor,
  clinic,
  association,
}: Seen) {
  const db = testDatabase();
  const [givenName = "", ...rest] = name.split(" ");
  const named = { givenName, familyName: rest.join(" "), fullName: name };
  const made = await createDoctor(db, { slug, ...doctor, user: { ...named, ...doctor?.user } });
  const place = await createClinic(db, { slug: `clinic-of-${slug}`, ...clinic });
  const joined = await createAssociation(db, {
    doctorId: made.id,
    clinicId: place.id,
    ...association,
  });
  return { doctor: made, clinic: place, association: joined };
}
