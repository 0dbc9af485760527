import type { Command } from "commander";
import { balance } from "../actions/money/balance.ts";
import { post } from "../actions/money/post.ts";
import { transactions } from "../actions/money/transactions.ts";
import { renderBalances, renderPosted, renderTransactions } from "../render/ledger.ts";
import { answers, changes, describeCommand, type On, type Register } from "./command.ts";

export const register: Register = (command, on) => {
  describeCommand(command, {
    examples: [
      "valhalla ledger list --from 2026-01-01",
      "valhalla ledger balance",
      "valhalla ledger post --all",
    ],
    exits: [1, 3, 4, 74],
  });
  addList(command.command("list", { isDefault: true }), on);
  addBalance(command.command("balance"), on);
  addPost(command.command("post [confirmation]"), on);
};

function addList(command: Command, on: On): void {
  describeCommand(command, {
    summary: "Lists the transactions",
    examples: ["valhalla ledger", "valhalla ledger list --from 2026-01-01"],
    exits: [3],
  });
  addDays(command);
  answers(command, on, transactions, { text: renderTransactions });
}

function addBalance(command: Command, on: On): void {
  describeCommand(command, {
    summary: "Sums the ledger per account and currency",
    examples: ["valhalla ledger balance --from 2026-01-01 --to 2026-12-31"],
    exits: [3],
  });
  addDays(command);
  answers(command, on, balance, { text: renderBalances });
}

function addPost(command: Command, on: On): void {
  describeCommand(command, {
    summary: "Posts a confirmation as a balanced transaction, once",
    examples: ["valhalla ledger post pc_4k2m9x0a1b2c", "valhalla ledger post --all"],
    exits: [1, 3, 4, 74],
  }).option("--all", "every confirmation that has no transaction yet");
  changes(command, on, post, { text: renderPosted, next: () => "valhalla ledger balance" });
}

function addDays(command: Command): void {
  command
    .option("--from <day>", "of that day or later")
    .option("--to <day>", "of that day or before");
}
