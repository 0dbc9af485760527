import type { Register } from "./command.ts";

/** A command as the overview shows it; its file is loaded only when it is asked for. */
export interface Row {
  readonly name: string;
  readonly group: Group;
  /** One sentence, no full stop. */
  readonly summary: string;
  readonly load: () => Promise<{ readonly register: Register }>;
}

/** The groups of the overview, in its order. */
export const groups = [
  "Begin",
  "What you owe",
  "What is due",
  "What was paid",
  "What happened",
  "In and out",
  "The program",
] as const;
export type Group = (typeof groups)[number];

/** Every command, in the order of the overview. */
export const commandTable: readonly Row[] = [
  {
    name: "init",
    group: "Begin",
    summary: "Starts the books",
    load: () => import("./init.ts"),
  },
  {
    name: "demo",
    group: "Begin",
    summary: "Plays with a sample household, in books of its own",
    load: () => import("./demo.ts"),
  },
  {
    name: "add",
    group: "What you owe",
    summary: "Adds a bill, a subscription or a debt",
    load: () => import("./add.ts"),
  },
  {
    name: "list",
    group: "What you owe",
    summary: "Lists the payments",
    load: () => import("./list.ts"),
  },
  {
    name: "show",
    group: "What you owe",
    summary: "Shows one payment: terms, dates, cycles, confirmations",
    load: () => import("./show.ts"),
  },
  {
    name: "edit",
    group: "What you owe",
    summary: "Changes a payment, from a day on",
    load: () => import("./edit.ts"),
  },
  {
    name: "pause",
    group: "What you owe",
    summary: "Pauses a payment: from a day on nothing is owed",
    load: () => import("./pause.ts"),
  },
  {
    name: "resume",
    group: "What you owe",
    summary: "Resumes a payment that was paused or cancelled",
    load: () => import("./resume.ts"),
  },
  {
    name: "cancel",
    group: "What you owe",
    summary: "Cancels a payment from a day on",
    load: () => import("./cancel.ts"),
  },
  {
    name: "delete",
    group: "What you owe",
    summary: "Deletes a payment that never had a confirmation",
    load: () => import("./delete.ts"),
  },
  {
    name: "now",
    group: "What is due",
    summary: "Tells what is owed now, as valhalla alone does",
    load: () => import("./now.ts"),
  },
  {
    name: "schedule",
    group: "What is due",
    summary: "Lists what is overdue, and what is due in the next days",
    load: () => import("./schedule.ts"),
  },
  {
    name: "skip",
    group: "What is due",
    summary: "Skips one cycle",
    load: () => import("./skip.ts"),
  },
  {
    name: "unskip",
    group: "What is due",
    summary: "Takes a skip back",
    load: () => import("./unskip.ts"),
  },
  {
    name: "move",
    group: "What is due",
    summary: "Moves one cycle to another day",
    load: () => import("./move.ts"),
  },
  {
    name: "expect",
    group: "What is due",
    summary: "Says what one cycle will cost",
    load: () => import("./expect.ts"),
  },
  {
    name: "confirm",
    group: "What was paid",
    summary: "Records that a payment was made",
    load: () => import("./confirm.ts"),
  },
  {
    name: "unconfirm",
    group: "What was paid",
    summary: "Voids a confirmation",
    load: () => import("./unconfirm.ts"),
  },
  {
    name: "confirmations",
    group: "What was paid",
    summary: "Lists the confirmations",
    load: () => import("./confirmations.ts"),
  },
  {
    name: "reconcile",
    group: "What was paid",
    summary: "Compares what was due with what was paid",
    load: () => import("./reconcile.ts"),
  },
  {
    name: "ledger",
    group: "What was paid",
    summary: "Lists and posts transactions, sums accounts",
    load: () => import("./ledger.ts"),
  },
  {
    name: "audit",
    group: "What happened",
    summary: "Lists every change, and proves that none was altered",
    load: () => import("./audit.ts"),
  },
  {
    name: "doctor",
    group: "What happened",
    summary: "Looks whether the home is in order, and repairs it",
    load: () => import("./doctor.ts"),
  },
  {
    name: "undo",
    group: "What happened",
    summary: "Takes a change back",
    load: () => import("./undo.ts"),
  },
  {
    name: "export",
    group: "In and out",
    summary: "Writes your books out as JSON, JSON Lines or CSV",
    load: () => import("./export.ts"),
  },
  {
    name: "import",
    group: "In and out",
    summary: "Brings in an export, files of the old service or a CSV",
    load: () => import("./import.ts"),
  },
  {
    name: "config",
    group: "The program",
    summary: "Shows and changes your settings",
    load: () => import("./config.ts"),
  },
  {
    name: "schema",
    group: "The program",
    summary: "Prints the JSON Schema of every output and every file",
    load: () => import("./schema.ts"),
  },
  {
    name: "help",
    group: "The program",
    summary: "Explains a command or a topic",
    load: () => import("./help.ts"),
  },
];
