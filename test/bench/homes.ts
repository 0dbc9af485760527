import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Edit } from "../../src/domain/change.ts";
import { type Day, earlier, parseDay } from "../../src/domain/days/calendar.ts";
import { sampleId } from "../../src/sample/sample-id.ts";
import { Store } from "../../src/store/store.ts";
import { benchDay, paymentsOf, type Recipe, yearsOf } from "./household.ts";

/**
 * Gives the folder of a recipe's home. The store makes it the first time; it stays in the system's temporary folder, and
 * is measured where it was made, because a program would prove the views of a copy once.
 */
export function homeOf(recipe: Recipe): string {
  const { payments, months, past, confirmations } = recipe;
  const home = join(cacheFolder(), [payments, months, past, confirmations].join("-"));
  if (existsSync(home)) return home;
  process.stderr.write(`making the home ${home}\n`);
  const unfinished = `${home}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  fillHome(unfinished, recipe);
  renameSync(unfinished, home);
  return home;
}

const cacheOfAll = join(tmpdir(), "valhalla-bench");
const unusedMs = 3 * 24 * 60 * 60 * 1000;

/** The homes of this program as it is now. Those of another, or of before a change, go when they were not used for days. */
function cacheFolder(): string {
  const folder = join(cacheOfAll, versionHash());
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const now = new Date();
  utimesSync(folder, now, now);
  for (const name of readdirSync(cacheOfAll)) {
    const each = join(cacheOfAll, name);
    const used = statSync(each, { throwIfNoEntry: false })?.mtimeMs ?? now.getTime();
    if (used < now.getTime() - unusedMs) rmSync(each, { recursive: true, force: true });
  }
  return folder;
}

/** What decides how a home is made: where the program is, its version, its store, its rules, and the recipes. */
function versionHash(): string {
  const sources = ["src/store", "src/domain"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  const files = sources.filter((name) => name.endsWith(".ts")).sort();
  const hash = createHash("sha256").update(resolve("."));
  for (const file of ["package.json", ...files, "test/bench/household.ts", "test/bench/homes.ts"])
    hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 12);
}

/** The payments in one change, each year's confirmations in one, and then some changes one by one, as in a home in use. */
function fillHome(home: string, recipe: Recipe): void {
  let today = benchDay;
  let ids = 0;
  const store = new Store({
    home,
    clock: { now: () => `${today}T12:00:00.000Z`, today: () => today },
    actor: "bench",
    todayGiven: null,
    newId: (prefix) => sampleId(prefix, ++ids),
    waitMs: 0,
    warn: (text) => {
      throw new Error(text);
    },
  });
  const keep = (day: Day, action: string, edits: readonly Edit[]): void => {
    today = day;
    const change = { area: "bench", action, ref_id: null, meta: { records: edits.length }, edits };
    store.commit(() => ({ change, outcome: null }));
  };

  const payments = paymentsOf(recipe);
  const entered = payments.map(({ created_at }) => parseDay(created_at.slice(0, 10)));
  today = entered.reduce(earlier, benchDay);
  store.init();
  keep(
    today,
    "enter",
    payments.map((after) => ({ collection: "payments", id: after.id, before: null, after })),
  );
  for (const { lastDay, confirmations } of yearsOf(recipe, payments)) {
    keep(
      lastDay,
      "pay",
      confirmations.map((after) => ({
        collection: "confirmations",
        id: after.id,
        before: null,
        after,
      })),
    );
  }
  for (const before of payments.slice(0, singleChanges)) {
    const after = { ...before, notes: "Seen." };
    keep(benchDay, "note", [{ collection: "payments", id: before.id, before, after }]);
  }
}

/** More than the audit shows by itself. */
const singleChanges = 60;
