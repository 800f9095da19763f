import { Prisma } from "@/generated/prisma/client";

/** The text anywhere, with what LIKE takes for a sign of its own taken literally. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

/** A name that has every word of the text, by its trigram index. */
export function nameHas(name: Prisma.Sql, text: string): Prisma.Sql {
  const words = text.split(/\s+/).filter(Boolean).slice(0, 6);
  if (words.length === 0) return Prisma.sql`true`;
  const conditions = words.map(
    (word) => Prisma.sql`search_text(${name}) LIKE search_text(${containing(word)})`,
  );
  return Prisma.sql`(${Prisma.join(conditions, " AND ")})`;
}

/**
 * Whom a typed text means: with an @ it is part of an e-mail address, digits are part of a phone
 * number however either is spaced, and anything else is words of a name or part of an address.
 */
export function personHas(text: string): Prisma.Sql {
  const email = Prisma.sql`lower(u.email) LIKE ${containing(text.toLowerCase())}`;
  if (text.includes("@")) return email;
  const digits = text.replace(/[^0-9]/g, "");
  if (digits.length >= 3 && /^[\d\s().+\-/]+$/.test(text))
    return Prisma.sql`regexp_replace(u.phone, '[^0-9]', '', 'g') LIKE ${containing(digits)}
      AND u.phone IS NOT NULL`;
  return Prisma.sql`(${nameHas(Prisma.sql`u.full_name`, text)} OR ${email})`;
}
