import { Children, type ReactNode } from "react";

/** Times in columns of one width, three on a phone: chips as children, each becomes an item. */
export function TimeChipList({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul
      aria-label={label}
      className="grid w-full grid-cols-[repeat(auto-fill,minmax(6.25rem,1fr))] gap-2"
    >
      {Children.map(children, (chip) => (
        <li className="grid">{chip}</li>
      ))}
    </ul>
  );
}
