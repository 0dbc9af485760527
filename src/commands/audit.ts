import type { Command } from "commander";
import { addNote, checkpoint, listEvents, showEvent, verifyJournal } from "../actions/audit.ts";
import type { Day } from "../domain/days/calendar.ts";
import { type Proof, parseReceipt } from "../domain/history/audit-event.ts";
import { checkedName } from "../domain/words/text.ts";
import {
  renderCheckpoint,
  renderEvents,
  renderNoted,
  renderShownEvent,
  renderVerdict,
} from "../render/events.ts";
import type { Call } from "./call.ts";
import { describeCommand, type Register } from "./command.ts";
import { dayFlag, wholeNumberFlag } from "./flags.ts";
import { respond } from "./respond.ts";

interface ListFlags {
  readonly area?: string;
  readonly action?: string;
  readonly ref?: string;
  readonly actor?: string;
  readonly since?: Day;
  readonly limit: number;
}

export const register: Register = (program, call) => {
  const audit = describeCommand(program.command("audit"), {
    examples: [
      "valhalla audit --area confirmations --since 2026-01-01",
      "valhalla audit show ev_8f3a21bc90de",
      "valhalla audit verify --receipt 412:8f3a21bc90de",
    ],
    exits: [1, 3, 10],
    notes:
      "The chain shows accidents and partial edits. It cannot stop the owner of the account from rewriting all of it: keep a checkpoint elsewhere for that.",
  });
  addList(audit, call);
  addShow(audit, call);
  addVerify(audit, call);
  addCheckpoint(audit, call);
  addRemark(audit, call);
};

function addList(audit: Command, call: Call): void {
  describeCommand(audit.command("list", { isDefault: true }), {
    summary: "Lists changes, newest first",
    examples: ["valhalla audit", "valhalla audit --ref pay_4k2m9x0a1b2c --json"],
    exits: [3],
  })
    .option("--area <area>", "only payments, confirmations, ledger, settings, ...")
    .option("--action <action>", "only add, edit, confirm, undo, ...")
    .option("--ref <id>", "only those about this record")
    .option("--actor <name>", "only those of this actor")
    .option("--since <day>", "of that day (UTC) or later", dayFlag(call))
    .option("--limit <n>", "how many", wholeNumberFlag("--limit", 0, 1_000_000), 50)
    .action(async ({ area, action, ref, actor, since, limit }: ListFlags) => {
      const events = await listEvents(call.context, {
        area: area ?? null,
        action: action ?? null,
        ref: ref ?? null,
        actor: actor ?? null,
        since: since ?? null,
        limit,
      });
      await respond(call, events, { text: renderEvents });
    });
}

function addShow(audit: Command, call: Call): void {
  describeCommand(audit.command("show <change>"), {
    summary: "Shows one change: who, when, and every record before and after",
    examples: ["valhalla audit show ev_8f3a21bc90de", "valhalla audit show 412 --json"],
    exits: [1, 3],
  }).action(async (change: string) => {
    await respond(call, await showEvent(call.context, change), { text: renderShownEvent });
  });
}

function addVerify(audit: Command, call: Call): void {
  describeCommand(audit.command("verify"), {
    summary: "Recomputes the chain; exits with 10 where it does not hold",
    examples: ["valhalla audit verify", "valhalla audit verify --receipt 412:8f3a21bc90de"],
    exits: [3, 10],
  })
    .option("--receipt <receipt>", "prove that this change is in it", parseReceipt)
    .action(async ({ receipt }: { receipt?: Proof }) => {
      const verdict = await verifyJournal(call.context, receipt ?? null);
      await respond(call, verdict, { text: renderVerdict });
      if (!verdict.ok) call.finish(10);
    });
}

function addCheckpoint(audit: Command, call: Call): void {
  describeCommand(audit.command("checkpoint"), {
    summary: "Prints the head of the chain, for keeping elsewhere",
    examples: ["valhalla audit checkpoint"],
    exits: [1, 3],
  }).action(async () => {
    await respond(call, await checkpoint(call.context), { text: renderCheckpoint });
  });
}

function addRemark(audit: Command, call: Call): void {
  describeCommand(audit.command("note <text>"), {
    summary: "Writes a remark into the journal",
    examples: ["valhalla audit note 'called the bank about the NSF fee'"],
    exits: [1, 3, 4, 74],
  }).action(async (text: string) => {
    const noted = await addNote(call.context, checkedName("the note", text));
    await respond(call, noted, {
      text: renderNoted,
      hints: ({ seq, hash }) => [`Receipt ${seq}:${hash}.`],
    });
  });
}
