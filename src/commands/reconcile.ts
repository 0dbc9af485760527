import { reconcile } from "../actions/reconcile.ts";
import { renderReconciled } from "../render/reconciled.ts";
import { describeCommand, type Register } from "./command.ts";
import { respond } from "./respond.ts";
import { addSpanFlags, type SpanFlags, spanInput } from "./span-flags.ts";

interface ReconcileFlags extends SpanFlags {
  readonly payment?: string;
  readonly exitCode?: boolean;
}

export const register: Register = (program, call) => {
  const command = describeCommand(program.command("reconcile"), {
    examples: [
      "valhalla reconcile",
      "valhalla reconcile --from 2025-01-01 --to 2025-12-31 --payment rent",
      "valhalla reconcile --exit-code --json | jq '.missing[].why'",
    ],
    exits: [1, 3, 10],
  });
  addSpanFlags(command, call, "so many days back from today, both ends in, 0 to 3660")
    .option("--payment <payment>", "only this payment")
    .option("--exit-code", "exit with 10 where something is missing or wrong")
    .action(async (flags: ReconcileFlags) => {
      const report = await reconcile(call.context, {
        ...spanInput(flags),
        payment: flags.payment ?? null,
      });
      await respond(call, report, { text: renderReconciled });
      if (flags.exitCode === true && !report.ok) call.finish(10);
    });
};
