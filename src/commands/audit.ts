import type { Command } from "commander";
import { checkpoint } from "../actions/told/checkpoint.ts";
import { event } from "../actions/told/event.ts";
import { events, usualEvents } from "../actions/told/events.ts";
import { note } from "../actions/told/note.ts";
import { verify } from "../actions/told/verify.ts";
import {
  renderCheckpoint,
  renderEvents,
  renderNoted,
  renderShownEvent,
  renderVerdict,
} from "../render/events.ts";
import { answers, changes, describeCommand, type On, type Register } from "./command.ts";

export const register: Register = (command, on) => {
  describeCommand(command, {
    examples: [
      "valhalla audit --area confirmations --since 2026-01-01",
      "valhalla audit show ev_8f3a21bc90de",
      "valhalla audit verify --receipt 412:8f3a21bc90de",
    ],
    exits: [1, 3, 10],
    notes:
      "The chain shows accidents and partial edits. It cannot stop the owner of the account from rewriting all of it: keep a checkpoint elsewhere for that.",
  });
  addList(command.command("list", { isDefault: true }), on);
  addShow(command.command("show <change>"), on);
  addVerify(command.command("verify"), on);
  addCheckpoint(command.command("checkpoint"), on);
  addNote(command.command("note <text>"), on);
};

function addList(command: Command, on: On): void {
  describeCommand(command, {
    summary: "Lists changes, newest first",
    examples: ["valhalla audit", "valhalla audit --ref pay_4k2m9x0a1b2c --json"],
    exits: [3],
  })
    .option("--area <area>", "only payments, confirmations, ledger, settings, ...")
    .option("--action <action>", "only add, edit, confirm, undo, ...")
    .option("--ref <id>", "only those about this record")
    .option("--actor <name>", "only those of this actor")
    .option("--since <day>", "of that day (UTC) or later")
    .option("--limit <n>", `how many (default: ${usualEvents})`);
  answers(command, on, events, { text: renderEvents });
}

function addShow(command: Command, on: On): void {
  describeCommand(command, {
    summary: "Shows one change: who, when, and every record before and after",
    examples: ["valhalla audit show ev_8f3a21bc90de", "valhalla audit show 412 --json"],
    exits: [1, 3],
  });
  answers(command, on, event, { text: renderShownEvent });
}

function addVerify(command: Command, on: On): void {
  describeCommand(command, {
    summary: "Recomputes the chain; exits with 10 where it does not hold",
    examples: ["valhalla audit verify", "valhalla audit verify --receipt 412:8f3a21bc90de"],
    exits: [3, 10],
  }).option("--receipt <receipt>", "prove that this change is in it");
  answers(command, on, verify, { text: renderVerdict, exit: ({ ok }) => (ok ? 0 : 10) });
}

function addCheckpoint(command: Command, on: On): void {
  describeCommand(command, {
    summary: "Prints the head of the chain, for keeping elsewhere",
    examples: ["valhalla audit checkpoint"],
    exits: [1, 3],
  });
  answers(command, on, checkpoint, { text: renderCheckpoint });
}

function addNote(command: Command, on: On): void {
  describeCommand(command, {
    summary: "Writes a remark into the journal",
    examples: ["valhalla audit note 'called the bank about the NSF fee'"],
    exits: [1, 3, 4, 74],
  });
  changes(command, on, note, {
    text: renderNoted,
    receipt: ({ seq, hash }) => `Receipt ${seq}:${hash}.`,
  });
}
