import { skip } from "../actions/due/skip.ts";
import { type SkippedBefore, skipBefore } from "../actions/due/skip-before.ts";
import type { Said } from "../actions/input.ts";
import { perform } from "../actions/perform.ts";
import { Refusal } from "../domain/refusal.ts";
import type { ExitCode } from "../exit-code.ts";
import { renderSkipped } from "../render/cycle-changed.ts";
import { renderSkippedBefore, renderToSkip } from "../render/skipped-before.ts";
import type { Call } from "./call.ts";
import { change } from "./change.ts";
import { addChangeFlags, describeCommand, type Register } from "./command.ts";
import type { ChangeFace } from "./face.ts";

export const register: Register = (command, on) => {
  describeCommand(command.arguments("[payment...]"), {
    examples: [
      "valhalla skip gym",
      "valhalla skip gym --cycle 2026-03-15",
      "valhalla skip --all --before 2026-01-01 --why 'paid before these books began'",
    ],
    exits: [1, 3, 4, 5, 74],
    notes:
      "It skips the oldest open cycle that is due, else the next one. With --before every open cycle due before that day is skipped, as one change; at a terminal they are listed first.",
  })
    .option("--cycle <day>", "the cycle, by its nominal day, or next")
    .option("--before <day>", "every open cycle due before that day")
    .option("--all", "with --before: of all payments")
    .option("--why <text>", "with --before: the reason, for the journal");
  addChangeFlags(command);
  on(command, (call) => {
    const { payment, ...said } = call.typed;
    const payments = Array.isArray(payment) ? payment : [];
    if (said["before"] !== undefined) return skipHeaps(call, { ...said, payments });
    return change(call, skip, oneFace, { ...said, payment: onlyOne(payments) });
  });
};

const oneFace = { text: renderSkipped, next: () => "valhalla schedule" };

const heapFace: ChangeFace<SkippedBefore> = {
  text: renderSkippedBefore,
  next: () => "valhalla schedule",
};

/** A person at a terminal sees the list before anything is skipped. */
async function skipHeaps(call: Call, said: Said): Promise<ExitCode> {
  const { context, globals } = call;
  if (context.ask.available && !globals.yes && said["dry_run"] !== true) {
    const { dry_run: _dry, key: _key, ...meant } = said;
    const { outcome } = await perform(context, skipBefore, meant, { dry_run: true, key: null });
    if (outcome !== null && outcome.skipped.length > 0) {
      context.err.write(`${renderToSkip(outcome)}\n`);
      if (!(await context.ask.confirm("Skip them?"))) throw declined();
    }
  }
  return change(call, skipBefore, heapFace, said);
}

/** Several payments are skipped with --before only; without one the action says what is missing. */
function onlyOne(payments: readonly unknown[]): unknown {
  if (payments.length <= 1) return payments[0];
  throw new Refusal(
    "usage",
    "skip takes one payment, but with --before",
    "Skip them one by one, or say --before DAY.",
  );
}

function declined(): Refusal {
  return new Refusal("declined", "nothing was skipped", "To skip them unasked, add --yes.");
}
