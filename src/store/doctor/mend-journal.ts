import type { NamedRecord } from "../../domain/doctor/repaired.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { CommitSetting } from "../commit.ts";
import type { Home } from "../disk/home.ts";
import { appendChange } from "../journal/append.ts";
import { type Examined, examineChain, missingBetween } from "../journal/chain.ts";
import { bridgeOver, decodeLine, isDamaged, type JournalLine } from "../journal/line.ts";
import { segmentLines, segmentName, segmentsHeld } from "../journal/segments.ts";
import type { ViewsFile } from "../views/views-file.ts";
import { moveToQuarantine } from "./quarantine.ts";

/** What was done to a journal so that it can go on. */
export interface MendedJournal {
  /** What was wrong; none where nothing had to be done. */
  readonly faults: readonly string[];
  /** The records that damaged lines spoke of, by collection and id. */
  readonly named: readonly NamedRecord[];
}

/**
 * Ends what breaks the chain: segments of another home are set aside, and a bridge names every other fault, so that the lines
 * that prove hold on and new ones can follow. Nothing is taken out of a segment of ours.
 */
export function mendJournal(
  setting: CommitSetting,
  views: ViewsFile | null,
  quarantine: string,
): MendedJournal {
  const { home } = setting;
  for (const segment of othersSegments(home, views)) {
    moveToQuarantine(home, segmentName(segment), quarantine);
  }
  const { head, torn, faults, excused } = walked(home);
  const isBehind = views !== null && head.seq < views.head.seq;
  if (faults.length === excused && !isBehind) return { faults: [], named: [] };
  const seq = Math.max(head.seq, views?.head.seq ?? 0) + 1;
  const gap =
    seq === head.seq + 1
      ? []
      : [`${missingBetween(head.seq, seq)} in ${segmentName(head.segment)}`];
  const named = namedInDamage(home);
  const all = [...faults, ...gap];
  const meta = views === null ? {} : { home_id: views.home_id };
  const place = { head: { ...head, seq: seq - 1 }, torn, limits: setting.limits, isDurable: false };
  const { todayGiven: _today, ...signature } = setting.sign();
  appendChange(
    home,
    { ...place, newBatchId: setting.newBatchId },
    bridgeOver(all, { meta, edits: [] }),
    signature,
  );
  if (walked(home).bridged === seq) return { faults: all.slice(excused), named };
  throw new Refusal(
    "damaged",
    "the journal could not be bridged: another process wrote to it",
    "Run it again.",
  );
}

/** The segments after the first that hold a first line: they are of another home. Refuses where the first one is. */
function othersSegments(home: Home, views: ViewsFile | null): number[] {
  const genesis = genesisIn(home, 1);
  if (views !== null && genesis !== null && genesis.meta["home_id"] !== views.home_id) {
    throw new Refusal(
      "damaged",
      `${segmentName(1)} and views.json are of two homes`,
      "Put the audit_log of this home back. If it is the right one, move views.json away.",
    );
  }
  return segmentsHeld(home).filter((segment) => segment > 1 && genesisIn(home, segment) !== null);
}

function genesisIn(home: Home, segment: number): JournalLine | null {
  for (const { bytes } of segmentLines(home.read(segmentName(segment)))) {
    const line = decodeLine(bytes);
    if (line?.seq === 1) return line;
  }
  return null;
}

/** What lines that do not prove still say they changed. */
function namedInDamage(home: Home): NamedRecord[] {
  const named: NamedRecord[] = [];
  for (const segment of segmentsHeld(home)) {
    for (const { bytes } of segmentLines(home.read(segmentName(segment)))) {
      if (decodeLine(bytes) !== null || !isDamaged(bytes, true)) continue;
      const edits = bytes.toString("utf8").matchAll(/"collection":"(\w+)","id":"([^"\\]{1,80})"/g);
      for (const [, collection = "", id = ""] of edits) named.push({ collection, id });
    }
  }
  return named;
}

function walked(home: Home): Examined {
  const chain = examineChain(home);
  let next = chain.next();
  while (!next.done) next = chain.next();
  return next.value;
}
