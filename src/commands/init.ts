import { addPayment } from "../actions/add.ts";
import { type InitInput, initBooks, refuseBegun } from "../actions/init.ts";
import { unsaidInput } from "../actions/unsaid-input.ts";
import type { Ask } from "../context.ts";
import type { Day } from "../domain/days/calendar.ts";
import { parseCapture } from "../domain/registry/capture.ts";
import { settingNamed } from "../domain/settings/setting-table.ts";
import { renderInitialized } from "../render/initialized.ts";
import type { Call } from "./call.ts";
import { describeCommand, type Register } from "./command.ts";
import { complaintOf } from "./complaint.ts";
import { respond } from "./respond.ts";

interface InitFlags {
  readonly currency?: string;
  readonly timezone?: string;
  readonly account?: string;
  readonly bill?: string;
}

export const register: Register = (program, call) => {
  describeCommand(program.command("init"), {
    examples: [
      "valhalla init",
      "valhalla init --currency CAD --timezone America/Toronto --account Chequing",
      "valhalla init --bill 'rent 2000 monthly on the 1st'",
    ],
    exits: [1, 3, 4, 74],
    notes:
      "On a terminal, without flags, it asks. The first change of any kind starts the books too, with what is usual.",
  })
    .option("--currency <code>", "the currency of amounts that name none (default: CAD)")
    .option("--timezone <zone>", "whose calendar day is today (default: the system's)")
    .option("--account <name>", "the account of payments that name none (default: Chequing)")
    .option("--bill <line>", "a first bill, in one line")
    .action(async (flags: InitFlags) => {
      refuseBegun(call.context);
      const { bill, ...input } = await answered(call, flags);
      // Read before anything is kept, so that a line that is not understood leaves no home behind.
      const captured = bill === null ? null : parseCapture(bill, call.context.clock.today());
      const begun = await initBooks(call.context, input);
      const added =
        captured === null ? null : await addPayment(call.context, { ...unsaidInput, ...captured });
      await respond(
        call,
        { ...begun, payment: added },
        {
          text: renderInitialized,
          hints: () =>
            added === null
              ? ["Next: valhalla add Hydro 150 --due-day 15"]
              : ["Next: valhalla schedule"],
        },
      );
    });
};

interface Answers extends InitInput {
  readonly bill: string | null;
}

async function answered({ context, globals }: Call, flags: InitFlags): Promise<Answers> {
  const isSaid = Object.keys(flags).length > 0;
  if (isSaid || !context.ask.available || globals.yes) {
    const { currency = null, timezone = null, account = null, bill = null } = flags;
    return { currency, timezone, account, bill };
  }
  return {
    currency: await askSetting(context.ask, "currency", "Which currency?", "CAD"),
    timezone: null,
    account: await askSetting(
      context.ask,
      "account",
      "Which account are bills paid from?",
      "Chequing",
    ),
    bill: await askBill(context.ask, context.clock.today()),
  };
}

function askSetting(ask: Ask, key: string, question: string, initial: string): Promise<string> {
  return ask.text(question, {
    initial,
    complaint: (answer) => complaintOf(() => settingNamed(key).read(answer, key)),
  });
}

async function askBill(ask: Ask, today: Day): Promise<string | null> {
  const line = await ask.text("A first bill, such as: rent 2000 monthly on the 1st (or nothing)", {
    initial: "",
    complaint: (answer) =>
      answer.trim() === "" ? null : complaintOf(() => parseCapture(answer, today)),
  });
  return line.trim() === "" ? null : line;
}
