"use client";

import { Combobox, type Suggestion } from "@/components/ui/combobox";
import { trpcPath } from "@/trpc/limits";

type PlaceBoxProps = { id: string; defaultValue: string; listLabel: string };
type Answer = { result?: { data?: { json?: { label: string }[] } } };

/** A place as one types it, with suggestions where a script runs; what is typed always counts. */
export function PlaceBox(props: PlaceBoxProps) {
  return <Combobox {...props} name="place" suggest={suggest} onChoose={() => {}} maxLength={100} />;
}

async function suggest(text: string, signal: AbortSignal): Promise<Suggestion[]> {
  if (text.trim().length < 2) return [];
  const input = encodeURIComponent(JSON.stringify({ json: { text: text.slice(0, 100) } }));
  const response = await fetch(`${trpcPath}/places.suggest?input=${input}`, { signal });
  if (!response.ok) return [];
  const answer = (await response.json()) as Answer;
  return (answer.result?.data?.json ?? []).map(({ label }) => ({ value: label, label }));
}
