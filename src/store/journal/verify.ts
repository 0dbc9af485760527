import type { Verification } from "../../domain/history/audit-event.ts";
import type { Home } from "../disk/home.ts";
import { type Examined, examineChain, type Link, origin } from "./chain.ts";
import { Tally } from "./survey.ts";

/** A line that somebody knows to be there: the receipt of a change, or the head in `views.json`. */
export interface Witness {
  readonly seq: number;
  /** The hash, or its first digits. */
  readonly hash: string;
  /** Who says so. */
  readonly by: string;
}

/** Computes the whole chain again, tells everything that is wrong with it, and looks for every witnessed line. */
export function verifyJournal(home: Home, witnesses: readonly Witness[]): Verification {
  const missing = new Set(witnesses);
  const tally = new Tally(origin);
  const seqs: number[] = [];
  let events = 0;
  const { head, faults, excused } = walked(home, (link) => {
    for (const witness of missing) if (isNamed(link, witness)) missing.delete(witness);
    if (!tally.add(link)) return;
    events += 1;
    seqs.splice(1, 1, link.line.seq);
  });
  const problems = [
    ...faults.slice(excused).map((fault) => `the journal is damaged: ${fault}`),
    ...[...missing].map(
      ({ seq, hash, by }) => `${by} names line ${seq}, ${hash.slice(0, 12)}, which is not there`,
    ),
  ];
  const [first = null, last = first] = seqs;
  return { ok: problems.length === 0, events, first, last, head: head.hash, problems };
}

function walked(home: Home, visit: (link: Link) => void): Examined {
  const chain = examineChain(home);
  for (;;) {
    const next = chain.next();
    if (next.done) return next.value;
    visit(next.value);
  }
}

function isNamed({ line }: Link, { seq, hash }: Witness): boolean {
  return line.seq === seq && hash !== "" && line.hash.startsWith(hash);
}
