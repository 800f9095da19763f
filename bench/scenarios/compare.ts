import { type Figures, figuresOf, round, type Samples } from "../figures";
import type { Server } from "../server";

export type Who = "product" | "bare";
export type Servers = Record<Who, Server>;

export type Comparison = {
  name: string;
  product: Figures;
  bare: Figures;
  /** How many times as long as the bare loop the product takes, by the median. */
  slower: number;
  /** How many times as many requests a second the bare loop answers. */
  fewer: number;
};

/** Measures both by turns, so that what else the machine does falls on both alike. */
export async function compare(
  servers: Servers,
  name: string,
  rounds: number,
  work: { warmUp?: (who: Who) => Promise<unknown>; measure: (who: Who) => Promise<Samples> },
): Promise<Comparison> {
  const samples: Record<Who, Samples[]> = { product: [], bare: [] };
  const cpuMs = { product: 0, bare: 0 };
  for (const who of ["product", "bare"] as const) await work.warmUp?.(who);
  for (let at = 0; at < rounds; at++)
    for (const who of ["product", "bare"] as const) {
      const before = servers[who].cpuMs();
      samples[who].push(await work.measure(who));
      cpuMs[who] += servers[who].cpuMs() - before;
    }
  const product = figuresOf(samples.product, cpuMs.product);
  const bare = figuresOf(samples.bare, cpuMs.bare);
  return {
    name,
    product,
    bare,
    slower: round(product.median / bare.median),
    fewer: round(bare.perSecond / product.perSecond),
  };
}
