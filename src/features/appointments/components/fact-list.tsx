/** What is shared, said in full before it is shared. */
export function FactList({ facts, id }: { facts: readonly string[]; id?: string }) {
  return (
    <ul id={id} className="ms-9 list-disc ps-5 text-small text-ink-muted wrap-anywhere">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}
