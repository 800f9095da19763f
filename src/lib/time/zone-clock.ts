import { epochDayOf, MS_PER_DAY } from "./civil";

/** A stretch of time with one offset from UTC, half-open, in epoch milliseconds. */
type OffsetSpan = { from: number; until: number; offset: number };

/** No zone was ever further than this from UTC (Manila before 1845: 15 h 56 min). */
const WIDEST_OFFSET = 16 * 3_600_000;
const CHUNK = 2 ** 35;
/** Offset changes that undo each other are weeks apart (Ramadan in Morocco), never within one. */
const SAMPLE = 7 * MS_PER_DAY;
const MOST_CHUNKS = 64;
const MOST_ZONES = 1000;

/**
 * What the wall clocks of one zone read. Works on epoch milliseconds and on "wall milliseconds"
 * (the wall reading taken as if it were UTC); Temporal stays at the edges, so this is quick enough
 * for a search page and light enough for a browser. Offsets come from Intl, once per zone and year.
 */
export class ZoneClock {
  readonly #format: Intl.DateTimeFormat;
  readonly #chunks = new Map<number, OffsetSpan[]>();

  constructor(zone: string) {
    this.#format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  }

  /** Offset from UTC in milliseconds, east positive, at an instant. */
  offsetAt(ms: number): number {
    return this.#spanAt(ms).offset;
  }

  /** Date on the wall at an instant, as days since 1970-01-01. */
  epochDayAt(ms: number): number {
    return Math.floor((ms + this.offsetAt(ms)) / MS_PER_DAY);
  }

  /**
   * The first instant at which the wall reads `wallMs` or later: in a gap the change itself, in an
   * overlap the earlier of the two. It never decreases as `wallMs` grows, so windows that do not
   * overlap on the wall do not overlap in time.
   */
  firstReading(wallMs: number): number {
    let at = wallMs - WIDEST_OFFSET;
    for (;;) {
      const span = this.#spanAt(at);
      const candidate = Math.max(span.from, wallMs - span.offset);
      if (candidate < span.until) return candidate;
      at = span.until;
    }
  }

  /** Whether the wall reads the same at another instant too (the hour repeated in autumn). */
  isRepeated(ms: number): boolean {
    const wallMs = ms + this.offsetAt(ms);
    const first = this.firstReading(wallMs);
    if (first !== ms) return first + this.offsetAt(first) === wallMs;
    for (let at = this.#spanAt(ms).until; at <= ms + WIDEST_OFFSET; at = this.#spanAt(at).until) {
      const again = wallMs - this.offsetAt(at);
      if (again >= at && again < this.#spanAt(at).until) return true;
    }
    return false;
  }

  #spanAt(ms: number): OffsetSpan {
    const chunk = Math.floor(ms / CHUNK);
    let spans = this.#chunks.get(chunk);
    if (!spans) {
      // Only far-fetched questions reach this many years; forgetting is cheaper than growing.
      if (this.#chunks.size >= MOST_CHUNKS) this.#chunks.clear();
      spans = this.#readSpans(chunk * CHUNK, (chunk + 1) * CHUNK);
      this.#chunks.set(chunk, spans);
    }
    for (const span of spans) if (ms < span.until) return span;
    throw new RangeError(`Not a time: ${ms}`);
  }

  #readSpans(from: number, until: number): OffsetSpan[] {
    const spans: OffsetSpan[] = [];
    let current = { from, until, offset: this.#askOffset(from) };
    for (let low = from; low < until; ) {
      const high = Math.min(low + SAMPLE, until - 1);
      if (this.#askOffset(high) !== current.offset) {
        const change = this.#changeBetween(low, high, current.offset);
        spans.push({ ...current, until: change });
        current = { from: change, until, offset: this.#askOffset(change) };
        low = change;
      } else {
        low = high === until - 1 ? until : high;
      }
    }
    spans.push(current);
    return spans;
  }

  /** First instant after `low`, which has `offset`, that no longer has it; `high` has not. */
  #changeBetween(low: number, high: number, offset: number): number {
    let before = low;
    let after = high;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (this.#askOffset(middle) === offset) before = middle;
      else after = middle;
    }
    return after;
  }

  #askOffset(ms: number): number {
    const seconds = Math.floor(ms / 1000);
    const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = (
      this.#format.format(seconds * 1000).match(/\d+/g) ?? []
    ).map(Number);
    const wall = epochDayOf(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second;
    return (wall - seconds) * 1000;
  }
}

const clocks = new Map<string, ZoneClock>();

/** The shared clock of an IANA zone; throws RangeError for a name that is none. */
export function zoneClock(zone: string): ZoneClock {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new ZoneClock(zone);
  if (clocks.size >= MOST_ZONES) clocks.clear();
  clocks.set(zone, clock);
  return clock;
}
