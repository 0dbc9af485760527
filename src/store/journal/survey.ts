import type { Home } from "../disk/home.ts";
import { type ChainEnd, type Head, type Link, walkChain } from "./chain.ts";
import type { Batch, JournalLine } from "./line.ts";

/** What a walk to the end of the chain found. */
export interface Survey extends ChainEnd {
  /** The last line with effect: the head, unless a long change is unfinished there. */
  readonly settled: Head;
  /** Long changes without their last part: of no effect, now or ever. */
  readonly voidBatches: ReadonlySet<string>;
  /** Of the first line; null when the walk began after it. */
  readonly homeId: string | null;
  /** Whether the wanted line holds. */
  readonly isFound: boolean;
}

/**
 * Walks the chain to its end, or to a known place in it, without keeping any of it; `wanted` is the hash of a line to
 * look for.
 */
export function surveyChain(
  home: Home,
  from: Head,
  { until = null, wanted = null }: { until?: Head | null; wanted?: string | null } = {},
): Survey {
  const tally = new Tally(from);
  const walk = walkChain(home, from, until);
  let isFound = false;
  for (;;) {
    const next = walk.next();
    if (next.done) {
      const { settled, homeId } = tally;
      return { ...next.value, settled, homeId, isFound, voidBatches: tally.voidAtEnd() };
    }
    if (next.value.line.hash === wanted) isFound = true;
    tally.add(next.value);
  }
}

/**
 * Walks the lines that have effect, from a head up to what a survey called settled. Seals are left out. Throws when the
 * second look does not get as far as the first.
 */
export function* settledLines(home: Home, from: Head, survey: Survey): Generator<Link> {
  if (survey.settled.seq === from.seq) return;
  let reached = from.seq;
  for (const link of walkChain(home, from, survey.settled)) {
    reached = link.head.seq;
    const { batch, seal } = link.line;
    if (seal || (batch && survey.voidBatches.has(batch.id))) continue;
    yield link;
  }
  if (reached < survey.settled.seq) {
    throw Object.assign(new Error(`line ${reached + 1} is gone`), { code: "EIO" });
  }
}

/** Tells, line by line, which long changes are whole. */
export class Tally {
  settled: Head;
  homeId: string | null = null;
  private readonly voidBatches = new Set<string>();
  private open: Batch | null = null;

  constructor(from: Head) {
    this.settled = from;
  }

  /** Counts a line in and answers whether a change takes effect with it. */
  add({ line, head }: Link): boolean {
    const { batch = null, seal = false } = line;
    this.homeId ??= homeIdOf(line);
    if (!seal) this.openAfter(batch);
    if (this.open === null) this.settled = head;
    return !seal && (batch === null || (batch.last && !this.voidBatches.has(batch.id)));
  }

  /** The changes without effect, once the last line was counted. */
  voidAtEnd(): ReadonlySet<string> {
    if (this.open !== null) this.voidBatches.add(this.open.id);
    return this.voidBatches;
  }

  private openAfter(batch: Batch | null): void {
    const { open } = this;
    const isNext = batch?.id === open?.id && batch?.part === (open?.part ?? 0) + 1;
    if (open !== null && !isNext) this.voidBatches.add(open.id);
    if (open === null && batch !== null && batch.part > 1) this.voidBatches.add(batch.id);
    this.open = batch === null || batch.last ? null : batch;
  }
}

function homeIdOf({ meta }: JournalLine): string | null {
  return typeof meta["home_id"] === "string" ? meta["home_id"] : null;
}
