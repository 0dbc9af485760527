import type { HomeFolder } from "../disk/home-folder.ts";
import { type ChainEnd, type Head, type Link, walkChain } from "./chain.ts";
import type { Batch, JournalLine } from "./journal-line.ts";

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
  home: HomeFolder,
  from: Head,
  { until = null, wanted = null }: { until?: Head | null; wanted?: string | null } = {},
): Survey {
  const tally: Tally = { settled: from, voidBatches: new Set(), homeId: null, isFound: false };
  let open: Batch | null = null;
  const walk = walkChain(home, from, until);
  for (;;) {
    const next = walk.next();
    if (next.done) {
      if (open !== null) tally.voidBatches.add(open.id);
      return { ...next.value, ...tally };
    }
    open = count(tally, next.value, open, wanted);
  }
}

/**
 * Walks the lines that have effect, from a head up to what a survey called settled. Seals are left out. Throws when the
 * second look does not get as far as the first.
 */
export function* settledLines(home: HomeFolder, from: Head, survey: Survey): Generator<Link> {
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

type Tally = {
  -readonly [Key in Exclude<keyof Survey, keyof ChainEnd>]: Survey[Key];
} & { readonly voidBatches: Set<string> };

/** Counts a line in and answers the long change that is unfinished after it. */
function count(tally: Tally, { line, head }: Link, open: Batch | null, wanted: string | null) {
  if (line.seq === 1) tally.homeId = homeIdOf(line);
  if (line.hash === wanted) tally.isFound = true;
  const stillOpen = line.seal ? open : openAfter(tally, line.batch ?? null, open);
  if (stillOpen === null) tally.settled = head;
  return stillOpen;
}

function openAfter(tally: Tally, batch: Batch | null, open: Batch | null): Batch | null {
  if (open !== null && !isNext(open, batch)) tally.voidBatches.add(open.id);
  return batch === null || batch.last ? null : batch;
}

function isNext(open: Batch, batch: Batch | null): boolean {
  return batch !== null && batch.id === open.id && batch.part === open.part + 1;
}

function homeIdOf({ meta }: JournalLine): string | null {
  return typeof meta["home_id"] === "string" ? meta["home_id"] : null;
}
