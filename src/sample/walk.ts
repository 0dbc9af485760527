/** A command to type, why, and the exit code it ends with where that is not 0. */
export interface Step {
  readonly why: string;
  readonly words: readonly string[];
  readonly exit?: number;
}

const hydroPaid = "confirm Hydro --amount 148.20 --method transfer --ref BILL-20931".split(" ");

/** A walk through the books of the sample household, as it stands on any day. */
export const walk: readonly Step[] = [
  { why: "What is due in the next two weeks?", words: ["schedule", "--days", "14"] },
  { why: "The hydro bill is due today, and it has been paid.", words: hydroPaid },
  {
    why: "The same again, as a script might: a retry never pays a second month.",
    words: hydroPaid,
    exit: 1,
  },
  {
    why: "What was due in the last thirty days, and what came of it?",
    words: ["reconcile", "--days", "30"],
  },
  {
    why: "The Visa payment left yesterday, two days late.",
    words: ["confirm", "Visa minimum", "--on", "yesterday"],
  },
  { why: "Or did it? Take that back.", words: ["undo"] },
  { why: "Nothing is ever lost: what was done, and by whom.", words: ["audit", "--limit", "4"] },
  { why: "And nobody has altered it since.", words: ["audit", "verify"] },
];
