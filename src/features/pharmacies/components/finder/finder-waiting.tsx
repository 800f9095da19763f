import { Skeleton } from "@/components/ui/skeleton";

const rows = ["a", "b", "c", "d", "e", "f"];

/** The list before it is there, in its shape. */
export function FinderWaiting({ label }: { label: string }) {
  return (
    <div className="grid gap-3">
      <p role="status" className="sr-only">
        {label}
      </p>
      {rows.map((row) => (
        <div key={row} className="grid gap-3 rounded-card border border-line bg-surface p-4">
          <span className="flex justify-between gap-6">
            <Skeleton className="h-6 w-48" />
            <Skeleton className="h-6 w-14" />
          </span>
          <Skeleton className="h-5 w-40" />
          <Skeleton className="h-4 w-56 max-w-full" />
          <Skeleton className="h-8 w-32" />
        </div>
      ))}
    </div>
  );
}
