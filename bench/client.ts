import { Agent, request } from "node:http";
import type { Samples } from "./figures";

export type Ask = {
  url: string;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: unknown;
};

export type Answer = { status: number; text: string };

/** Nothing here waits longer: a server that hangs is an error, not a figure. */
const PATIENCE = 30_000;

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One request over a kept-alive connection, read to its end. */
export function send({ url, method = "GET", headers = {}, body }: Ask): Promise<Answer> {
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const sent = payload
    ? {
        ...headers,
        "content-type": "application/json",
        "content-length": Buffer.byteLength(payload),
      }
    : headers;
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers: sent, agent, timeout: PATIENCE }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
    });
    asked.on("timeout", () => asked.destroy(new Error(`No answer in ${PATIENCE} ms: ${url}`)));
    asked.on("error", reject);
    asked.end(payload);
  });
}

/** Sends all requests, `inFlight` at a time, and times each. `check` throws on a wrong answer. */
export async function drive(
  asks: readonly Ask[],
  inFlight: number,
  check: (answer: Answer) => void,
): Promise<Samples> {
  const each: number[] = [];
  let at = 0;
  const worker = async () => {
    for (let ask = asks[at++]; ask; ask = asks[at++]) {
      const since = performance.now();
      const answer = await send(ask);
      each.push(performance.now() - since);
      check(answer);
    }
  };
  const since = performance.now();
  await Promise.all(Array.from({ length: inFlight }, worker));
  return { each, total: performance.now() - since };
}

/** For answers that must all be alike: throws what the server said instead. */
export function expectStatus(status: number): (answer: Answer) => void {
  return (answer) => {
    if (answer.status !== status)
      throw new Error(`Expected ${status}, got ${answer.status}: ${answer.text.slice(0, 500)}`);
  };
}

/** Kept-alive connections would keep this program from ending. */
export function hangUp(): void {
  agent.destroy();
}
