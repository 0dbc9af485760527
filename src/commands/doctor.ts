import { adopt } from "../actions/kept/adopt.ts";
import { examineBooks, repairBooks } from "../actions/kept/doctor.ts";
import { Refusal } from "../domain/refusal.ts";
import { renderAdopted, renderDiagnosis, renderRepaired } from "../render/doctor.ts";
import { change } from "./change.ts";
import { addChangeFlags, describeCommand, type Register } from "./command.ts";
import { respond } from "./respond.ts";

export const register: Register = (command, on) => {
  describeCommand(command, {
    examples: [
      "valhalla doctor",
      "valhalla doctor --repair",
      "valhalla doctor --adopt --dry-run",
      "valhalla doctor --json",
    ],
    exits: [1, 3, 4, 10, 74],
    notes:
      "--repair copies the whole home to quarantine/ first. Then it makes the views again, clears a lock that nobody holds, and where lines of the journal are damaged it keeps every line that proves and writes one that names the others. --adopt takes over what was changed by hand in payments/, pay_confirm/ and ledger/, as one change.",
  })
    .option("--repair", "mend what can be mended without losing anything")
    .option("--adopt", "take over what was changed by hand")
    .option("--file <name>", "with --adopt: of this file of the home alone");
  addChangeFlags(command);
  on(command, async (call) => {
    const { repair, adopt: isAdopting, file, dry_run, key } = call.typed;
    if (isAdopting === true) {
      if (repair === true) throw oneOfBoth();
      return change(call, adopt, { flags: ["adopt"], text: renderAdopted });
    }
    if (dry_run === true || key !== undefined || file !== undefined) throw onlyForAdopting();
    if (repair === true)
      return respond(call, await repairBooks(call.context), { text: renderRepaired });
    return respond(call, await examineBooks(call.context), {
      text: renderDiagnosis,
      exit: ({ ok }) => (ok ? 0 : 10),
    });
  });
};

function oneOfBoth(): Refusal {
  return new Refusal(
    "usage",
    "--repair and --adopt are two things",
    "Take over what was changed by hand first: valhalla doctor --adopt",
  );
}

function onlyForAdopting(): Refusal {
  return new Refusal(
    "usage",
    "--file, --dry-run and --key go with --adopt",
    "To see what is wrong without changing anything: valhalla doctor",
  );
}
