import type { ReactNode } from "react";

export type DataTableProps = {
  caption: string;
  /** Of the first column, then of each value. */
  head: ReactNode[];
  rows: { key: string; label: ReactNode; values: ReactNode[] }[];
};

/** Numbers in rows; wider than the screen it scrolls by itself, with the keyboard, too. */
export function DataTable({ caption, head, rows }: DataTableProps) {
  const [first, ...columns] = head;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto rounded-control">
      <table className="w-full text-small tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line-strong">
            <th scope="col" className="py-2 pe-3 text-start">
              {first}
            </th>
            {columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their order
              <th key={index} scope="col" className="px-2 py-2 text-end">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map(({ key, label, values }) => (
            <tr key={key}>
              <th scope="row" className="min-w-20 py-2 pe-3 text-start font-normal">
                {label}
              </th>
              {values.map((value, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their order
                <td key={index} className="px-2 py-2 text-end">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
