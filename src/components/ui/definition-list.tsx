import type { ReactNode } from "react";

export type Definition = { term: ReactNode; value: ReactNode };

/** Facts, one under the other on a phone, in two columns from a tablet on. */
export function DefinitionList({ items }: { items: Definition[] }) {
  return (
    <dl className="divide-y divide-line">
      {items.map((item, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the facts of one thing keep their order
          key={index}
          className="grid gap-x-6 gap-y-0.5 py-3 sm:grid-cols-[minmax(8rem,1fr)_2fr]"
        >
          <dt className="text-small text-ink-muted sm:text-body">{item.term}</dt>
          <dd className="min-w-0 font-medium">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
