/** The top of an axis from zero: the next round number, and even, so that its middle is whole. */
export function roundUp(value: number): number {
  const steps = [2, 4, 6, 8, 10];
  const unit = 10 ** Math.max(0, Math.ceil(Math.log10(Math.max(value, 1))) - 1);
  return (steps.find((step) => step * unit >= value) ?? 10) * unit;
}
