import type { Said } from "../actions/input.ts";
import { init } from "../actions/kept/init.ts";
import { perform } from "../actions/perform.ts";
import type { Ask } from "../context.ts";
import type { Day } from "../domain/days/calendar.ts";
import { parseCapture } from "../domain/registry/capture.ts";
import { type KnownSetting, setting } from "../domain/settings/setting-table.ts";
import { renderInitialized } from "../render/initialized.ts";
import type { Call } from "./call.ts";
import { change } from "./change.ts";
import { addChangeFlags, describeCommand, type Register } from "./command.ts";
import { complaintOf } from "./complaint.ts";

export const register: Register = (command, on) => {
  describeCommand(command, {
    examples: [
      "valhalla init",
      "valhalla init --currency CAD --timezone America/Toronto --account Chequing",
      "valhalla init --bill 'rent 2000 monthly on the 1st'",
    ],
    exits: [1, 3, 4, 74],
    notes:
      "On a terminal, without flags, it asks. The first change of any kind starts the books too, with what is usual.",
  })
    .option(
      "--currency <code>",
      `the currency of amounts that name none (default: ${setting.currency.usual})`,
    )
    .option("--timezone <zone>", "whose calendar day is today (default: the system's)")
    .option(
      "--account <name>",
      `the account of payments that name none (default: ${setting.account.usual})`,
    )
    .option("--bill <line>", "a first bill, in one line");
  addChangeFlags(command);
  on(command, async (call) =>
    change(
      call,
      init,
      {
        text: renderInitialized,
        next: ({ payment }) =>
          payment === null ? "valhalla add Hydro 150 --due-day 15" : "valhalla schedule",
      },
      { ...call.typed, ...(await answersOf(call)) },
    ),
  );
};

/** What a person at a terminal says who typed nothing. Nobody is asked where there are books already. */
async function answersOf({ context, globals, typed }: Call): Promise<Said> {
  const { dry_run: _dry, key: _key, ...said } = typed;
  const { ask } = context;
  if (Object.keys(said).length > 0 || !ask.available || globals.yes) return {};
  await perform(context, init, {}, { dry_run: true, key: null });
  return {
    currency: await askSetting(ask, setting.currency, "Which currency?"),
    account: await askSetting(ask, setting.account, "Which account are bills paid from?"),
    bill: await askBill(ask, context.clock.today()),
  };
}

function askSetting(
  ask: Ask,
  { key, usual, read }: KnownSetting<string, string>,
  question: string,
): Promise<string> {
  return ask.text(question, {
    initial: usual,
    complaint: (answer) => complaintOf(() => read(answer, key)),
  });
}

/** One line; nothing where no bill is wanted. */
async function askBill(ask: Ask, today: Day): Promise<string | undefined> {
  const line = await ask.text("A first bill, such as: rent 2000 monthly on the 1st (or nothing)", {
    initial: "",
    complaint: (answer) =>
      answer.trim() === "" ? null : complaintOf(() => parseCapture(answer, today)),
  });
  return line.trim() === "" ? undefined : line;
}
