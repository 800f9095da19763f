/** What one measured stretch of requests came to; times in milliseconds. */
export type Figures = {
  requests: number;
  median: number;
  p95: number;
  perSecond: number;
  /** What the server itself worked on one of them: it hardly depends on what else the machine does. */
  cpuMs: number;
};

/** What requests took one by one, and all of them together, in milliseconds. */
export type Samples = { each: number[]; total: number };

/** @param cpuMs the server's work on all of them. */
export function figuresOf(stretches: readonly Samples[], cpuMs: number): Figures {
  const each = stretches.flatMap((stretch) => stretch.each).sort((a, b) => a - b);
  const total = stretches.reduce((sum, stretch) => sum + stretch.total, 0);
  return {
    requests: each.length,
    median: round(percentile(each, 0.5)),
    p95: round(percentile(each, 0.95)),
    perSecond: round((each.length / total) * 1000),
    cpuMs: round(cpuMs / each.length),
  };
}

/** The nearest-rank percentile of ascending numbers. */
function percentile(ascending: readonly number[], share: number): number {
  return ascending[Math.max(0, Math.ceil(ascending.length * share) - 1)] ?? Number.NaN;
}

/** Three digits that mean something. */
export function round(value: number): number {
  return Number(value.toPrecision(3));
}
