"use client";

import { Combobox, type Suggestion } from "@/components/ui/combobox";
import { trpcPath } from "@/trpc/limits";

type PlaceFieldProps = {
  id: string;
  name: string;
  defaultValue?: string;
  placeholder?: string;
  listLabel: string;
  "aria-describedby"?: string;
};

type Answer = { result?: { data?: { json?: { label: string }[] } } };

/** A place as one types it, with suggestions where a script runs; what is typed always counts. */
export function PlaceField(props: PlaceFieldProps) {
  return <Combobox {...props} suggest={suggestPlaces} onChoose={() => {}} maxLength={100} />;
}

/** Asks by a plain fetch: this page has no need of a query cache. No answer is no suggestion. */
async function suggestPlaces(text: string, signal: AbortSignal): Promise<Suggestion[]> {
  if (text.trim().length < 2) return [];
  const input = encodeURIComponent(JSON.stringify({ json: { text: text.slice(0, 100) } }));
  const response = await fetch(`${trpcPath}/places.suggest?input=${input}`, { signal });
  if (!response.ok) return [];
  const answer = (await response.json()) as Answer;
  return (answer.result?.data?.json ?? []).map(({ label }) => ({ value: label, label }));
}
