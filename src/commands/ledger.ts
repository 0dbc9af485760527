import type { Command } from "commander";
import { ledgerBalance, listTransactions, postToLedger } from "../actions/ledger.ts";
import type { Day } from "../domain/days/calendar.ts";
import { Refusal } from "../domain/refusal.ts";
import { renderBalances, renderPosted, renderTransactions } from "../render/ledger.ts";
import type { Call } from "./call.ts";
import { describeCommand, type Register } from "./command.ts";
import { dayFlag } from "./flags.ts";
import { changeHints } from "./hints.ts";
import { respond } from "./respond.ts";

interface LedgerFlags {
  readonly from?: Day;
  readonly to?: Day;
}

export const register: Register = (program, call) => {
  const ledger = describeCommand(program.command("ledger"), {
    examples: [
      "valhalla ledger list --from 2026-01-01",
      "valhalla ledger balance",
      "valhalla ledger post --all",
    ],
    exits: [1, 3, 4, 74],
  });
  addList(ledger, call);
  addBalance(ledger, call);
  addPost(ledger, call);
};

function addList(ledger: Command, call: Call): void {
  const list = describeCommand(ledger.command("list", { isDefault: true }), {
    summary: "Lists the transactions",
    examples: ["valhalla ledger", "valhalla ledger list --from 2026-01-01"],
    exits: [3],
  });
  addDays(list, call).action(async ({ from, to }: LedgerFlags) => {
    const transactions = await listTransactions(call.context, {
      from: from ?? null,
      to: to ?? null,
    });
    await respond(call, transactions, { text: renderTransactions });
  });
}

function addBalance(ledger: Command, call: Call): void {
  const balance = describeCommand(ledger.command("balance"), {
    summary: "Sums the ledger per account and currency",
    examples: ["valhalla ledger balance --from 2026-01-01 --to 2026-12-31"],
    exits: [3],
  });
  addDays(balance, call).action(async ({ from, to }: LedgerFlags) => {
    const balances = await ledgerBalance(call.context, { from: from ?? null, to: to ?? null });
    await respond(call, balances, { text: renderBalances });
  });
}

function addPost(ledger: Command, call: Call): void {
  describeCommand(ledger.command("post [confirmation]"), {
    summary: "Posts a confirmation as a balanced transaction, once",
    examples: ["valhalla ledger post pc_4k2m9x0a1b2c", "valhalla ledger post --all"],
    exits: [1, 3, 4, 74],
  })
    .option("--all", "every confirmation that has no transaction yet")
    .action(async (id: string | undefined, { all }: { all?: boolean }) => {
      if ((id === undefined) !== (all === true)) {
        throw new Refusal(
          "usage",
          "ledger post takes one confirmation, or --all",
          "See their ids: valhalla confirmations",
        );
      }
      const posted = await postToLedger(call.context, id ?? null);
      await respond(call, posted, {
        text: renderPosted,
        hints: (outcome) => changeHints(outcome, "valhalla ledger balance"),
      });
    });
}

function addDays(command: Command, call: Call): Command {
  return command
    .option("--from <day>", "of that day or later", dayFlag(call))
    .option("--to <day>", "of that day or before", dayFlag(call));
}
