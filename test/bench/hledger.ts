import { spawnSync } from "node:child_process";
import {
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Confirmation } from "../../src/domain/confirmations/confirmation.ts";
import { benchDay, paymentsOf, type Recipe, yearsOf } from "./household.ts";
import type { Subject } from "./measurement.ts";

/** What hledger is asked to do: what comes nearest to `list`, `confirm`, `reconcile` and `export`. */
export type Task = "list" | "record" | "report" | "export";

/** hledger at a task, on a home's confirmations as a journal of its own. Throws where hledger is not installed. */
export function hledger(recipe: Recipe, task: Task): Subject {
  if (spawnSync("hledger", ["--version"]).error !== undefined)
    throw new Error("hledger is not installed");
  const folder = mkdtempSync(join(tmpdir(), "valhalla-bench-hledger-"));
  const [journal, news] = [join(folder, "home.journal"), join(folder, "news.journal")];
  writeJournal(journal, recipe);
  writeFileSync(news, transactionOf("Payment 00001", benchDay, "150.00", "news"));
  const { size } = statSync(journal);
  const words = ["hledger", "-f", journal, ...wordsOf(task, news)];
  return {
    nth: () => ({ words, exit: 0 }),
    restore: () => {
      truncateSync(journal, size);
      rmSync(join(folder, ".latest.news.journal"), { force: true });
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

function wordsOf(task: Task, news: string): string[] {
  switch (task) {
    case "list":
      return ["accounts"];
    case "record":
      return ["import", news];
    case "report":
      return ["balance", "--begin", "2025-12-16", "--end", "2026-01-16"];
    case "export":
      return ["print", "--output-format", "json"];
  }
}

function writeJournal(path: string, recipe: Recipe): void {
  const payments = paymentsOf(recipe);
  const names = new Map(payments.map(({ id, name }) => [id, name]));
  const file = openSync(path, "w");
  const textOf = ({ payment_id, paid_on, amount, ref }: Confirmation): string =>
    transactionOf(names.get(payment_id) ?? payment_id, paid_on, amount, ref ?? "");
  for (const { confirmations } of yearsOf(recipe, payments))
    writeSync(file, confirmations.map(textOf).join(""));
  closeSync(file);
}

function transactionOf(name: string, day: string, amount: string, ref: string): string {
  return `${day} (${ref}) ${name}\n    expenses:household:${name}  ${amount} CAD\n    assets:chequing\n\n`;
}
