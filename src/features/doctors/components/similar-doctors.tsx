"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { textLinkClass } from "@/components/ui/text-link";
import { trpcPath } from "@/trpc/limits";

type Found = { slug: string; name: string; specialization: string };
type Answer = { result?: { data?: { json?: { doctors: Found[] } } } };

/** Doctors whose names are like the address that led nowhere: "emily-obrian" finds Emily O'Brien. */
export function SimilarDoctors({ title }: { title: string }) {
  const path = usePathname();
  const [found, setFound] = useState<Found[]>([]);

  useEffect(() => {
    const control = new AbortController();
    const words = path
      .split("/")
      .at(-1)
      ?.split("-")
      .filter((word) => /^[a-z]{3,}$/.test(word));
    findSimilar(words ?? [], control.signal).then(setFound, () => setFound([]));
    return () => control.abort();
  }, [path]);

  if (found.length === 0) return null;
  return (
    <section aria-live="polite" className="mt-6 grid gap-2">
      <h2 className="text-h3">{title}</h2>
      <ul>
        {found.map(({ slug, name, specialization }) => (
          <li key={slug}>
            <Link href={`/doctors/${slug}`} className={`${textLinkClass} inline-block py-2.5`}>
              {name}, {specialization}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** By the whole name first, then by each of its words. */
async function findSimilar(words: string[], signal: AbortSignal): Promise<Found[]> {
  for (const q of [...new Set([words.join(" "), words.at(-1), words[0]])].filter(Boolean)) {
    const input = encodeURIComponent(JSON.stringify({ json: { q, limit: 5 } }));
    const response = await fetch(`${trpcPath}/doctors.search?input=${input}`, { signal });
    const doctors = response.ok
      ? ((await response.json()) as Answer).result?.data?.json?.doctors
      : [];
    if (doctors && doctors.length > 0) return doctors;
  }
  return [];
}
