import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Decision, Edit } from "../../src/domain/change.ts";
import { parseDay } from "../../src/domain/days/calendar.ts";
import type { Payment } from "../../src/domain/registry/payment.ts";
import { defaultPolicy } from "../../src/domain/settings/policy.ts";
import { editsOf } from "../../src/sample/household.ts";
import { type Played, playPayment } from "../../src/sample/play-payment.ts";
import { sampleId } from "../../src/sample/sample-id.ts";
import { Store } from "../../src/store/store.ts";
import { benchPlots, cyclesAYear } from "./bench-plots.ts";

/** The day all homes of the bench are as of. */
export const benchDay = "2026-01-15";

/**
 * Gives the folder of a home with so many payments and confirmations; made by the store in one change the first time, and
 * kept in the system's temporary folder for as long as the bench is the same.
 */
export function benchHome(payments: number, confirmations: number): string {
  const home = join(benchFolder(), `${payments}-${confirmations}`);
  if (existsSync(home)) return home;
  const unfinished = `${home}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  fillHome(unfinished, playedPayments(payments, confirmations));
  renameSync(unfinished, home);
  return home;
}

/** Where the homes are: another folder after every change of the bench, and then the one before goes. */
function benchFolder(): string {
  const version = createHash("sha256").update(readFileSync(__filename)).digest("hex").slice(0, 12);
  const name = `valhalla-bench-homes-${version}`;
  const stale = readdirSync(tmpdir()).filter(
    (each) => each.startsWith("valhalla-bench-homes-") && each !== name,
  );
  for (const each of stale) rmSync(join(tmpdir(), each), { recursive: true, force: true });
  return join(tmpdir(), name);
}

function playedPayments(payments: number, confirmations: number): Played[] {
  const years = confirmations / (payments * cyclesAYear);
  const plots = benchPlots(payments, Math.max(24, Math.ceil(years * 12.5)));
  const played = plots.map((plot) => playPayment(plot, [], parseDay(benchDay), defaultPolicy));
  return withLatest(played, confirmations);
}

/** Leaves only the latest confirmations, so many of them. */
function withLatest(played: readonly Played[], count: number): Played[] {
  const all = played.flatMap((each) => each.confirmations);
  if (all.length < count) throw new Error(`only ${all.length} confirmations, not ${count}`);
  const latest = new Set(all.sort((a, b) => (a.paid_on < b.paid_on ? 1 : -1)).slice(0, count));
  return played.map((each) => ({
    ...each,
    confirmations: each.confirmations.filter((one) => latest.has(one)),
  }));
}

function fillHome(home: string, played: readonly Played[]): void {
  let ids = 0;
  const today = parseDay(benchDay);
  const store = new Store({
    home,
    clock: { now: () => `${benchDay}T12:00:00.000Z`, today: () => today },
    actor: "bench",
    todayGiven: today,
    newId: (prefix) => sampleId(prefix, ++ids),
    waitMs: 0,
    warn: (text) => {
      throw new Error(text);
    },
  });
  store.init();
  store.commit(() => ({
    change: {
      area: "bench",
      action: "build",
      ref_id: null,
      meta: { payments: played.length },
      edits: editsOf(played),
    },
    outcome: null,
  }));
  for (const { payment } of [...played, ...played].slice(0, afterwards))
    store.commit(() => noted(payment));
}

/** Changes since then, one by one, as a home in use has them. */
const afterwards = 120;

function noted(payment: Payment): Decision<null> {
  const { id } = payment;
  const after = { ...payment, updated_at: `${benchDay}T12:00:00.000Z` };
  const edits: Edit[] = [{ collection: "payments", id, before: payment, after }];
  return {
    change: { area: "payments", action: "edit", ref_id: id, meta: { fields: [] }, edits },
    outcome: null,
  };
}
