import type { Verification } from "../../domain/history/audit-event.ts";
import type { HomeFolder } from "../disk/home-folder.ts";
import { type Link, origin, walkChain } from "./chain.ts";
import { surveyChain } from "./survey.ts";

/** A line that somebody knows to be there: the receipt of a change, or the head in `views.json`. */
export interface Witness {
  readonly seq: number;
  /** The hash, or its first digits. */
  readonly hash: string;
  /** Who says so. */
  readonly by: string;
}

/** Computes the whole chain again and looks for every witnessed line in it. */
export function verifyJournal(home: HomeFolder, witnesses: readonly Witness[]): Verification {
  const survey = surveyChain(home, origin);
  const missing = new Set(witnesses);
  let [first, last]: [number | null, number | null] = [null, null];
  let events = 0;
  for (const link of walkChain(home, origin, survey.head)) {
    for (const witness of missing) if (isNamed(link, witness)) missing.delete(witness);
    if (!isEvent(link, survey.voidBatches)) continue;
    events += 1;
    first ??= link.line.seq;
    last = link.line.seq;
  }
  const problems = [...missing].map(
    ({ seq, hash, by }) => `${by} names line ${seq}, ${hash.slice(0, 12)}, which is not there`,
  );
  if (survey.broken !== null) problems.unshift(`the chain breaks off: ${survey.broken}`);
  return { ok: problems.length === 0, events, first, last, head: survey.head.hash, problems };
}

function isNamed({ line }: Link, { seq, hash }: Witness): boolean {
  return line.seq === seq && hash !== "" && line.hash.startsWith(hash);
}

function isEvent({ line }: Link, voidBatches: ReadonlySet<string>): boolean {
  const { seal, batch } = line;
  return !seal && (batch === undefined || (batch.last && !voidBatches.has(batch.id)));
}
