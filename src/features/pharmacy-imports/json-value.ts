import type { Reason } from "./raw-row";

type Container = { value: unknown[] | Record<string, unknown>; key: string };

/** A pharmacy with a detailed outline of its building has some hundred values; more is no pharmacy. */
const mostValues = 50_000;
const mostLetters = 512 * 1024;
const deepest = 16;

/**
 * One value of a JSON file, put together of its parts. Of what is too large or too deep nothing is
 * kept, only the reason.
 */
export class JsonValue {
  problem: Reason | null = null;
  result: unknown;
  readonly #stack: Container[] = [];
  #depth = 0;
  #values = 0;
  #letters = 0;

  /** Whether the value is whole. */
  get isDone(): boolean {
    return this.#depth === 0 && this.#values > 0;
  }

  open(kind: "object" | "array"): void {
    this.#depth += 1;
    if (this.#depth > deepest) this.#refuse("tooDeep");
    const value = kind === "array" ? [] : Object.create(null);
    this.#put(value);
    if (!this.problem) this.#stack.push({ value, key: "" });
  }

  close(): void {
    this.#depth -= 1;
    this.#stack.pop();
  }

  key(text: string): void {
    const top = this.#stack.at(-1);
    if (top) top.key = text;
  }

  put(value: string | number | boolean | null): void {
    this.#put(value);
  }

  /** Counts letters that are about to become a text. @returns whether there is room for them. */
  takes(letters: number): boolean {
    this.#letters += letters;
    if (this.#letters > mostLetters) this.#refuse("tooLarge");
    return !this.problem;
  }

  #put(value: unknown): void {
    this.#values += 1;
    if (this.#values > mostValues) this.#refuse("tooLarge");
    if (this.problem) return;
    const top = this.#stack.at(-1);
    if (!top) this.result = value;
    else if (Array.isArray(top.value)) top.value.push(value);
    else top.value[top.key] = value;
  }

  #refuse(reason: Reason): void {
    this.problem ??= reason;
    this.#stack.length = 0;
    this.result = undefined;
  }
}
