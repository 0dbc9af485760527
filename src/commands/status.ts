import { type StatusVerb, setStatus } from "../actions/status.ts";
import type { Day } from "../domain/days/calendar.ts";
import { addressOf } from "../domain/registry/find-payment.ts";
import { renderStatusSet } from "../render/payment.ts";
import { describeCommand, type Register } from "./command.ts";
import { dayFlag } from "./flags.ts";
import { changeHints } from "./hints.ts";
import { respond } from "./respond.ts";

/** Makes the command of a verb that sets a status: `pause`, `resume` or `cancel`. */
export function registerStatus(verb: StatusVerb): Register {
  return (program, call) => {
    describeCommand(program.command(`${verb} <payment>`), {
      examples: [`valhalla ${verb} gym`, `valhalla ${verb} gym --on 2026-03-01`],
      exits: [1, 3, 4, 74],
      notes: "What was due before that day stays due.",
    })
      .option("--on <day>", "from that day on (default: today)", dayFlag(call))
      .action(async (payment: string, flags: { on?: Day }) => {
        const set = await setStatus(call.context, verb, { payment, on: flags.on ?? null });
        await respond(call, set, {
          text: (outcome) => renderStatusSet(verb, outcome),
          hints: (outcome) => changeHints(outcome, `valhalla show ${addressOf(outcome)}`),
        });
      });
  };
}
