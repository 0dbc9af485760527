import { writeSync } from "node:fs";
import { add } from "../../src/actions/owed/add.ts";
import { perform } from "../../src/actions/perform.ts";
import { systemWorld } from "../../src/system.ts";
import { contextOf } from "../../src/world.ts";

/** What a process says of each key: the key's number, the payment's id, the receipt. */
export type Answered = `${number} ${string} ${number} ${string}`;

/** One of several processes that add the same payments under the same keys, and say what they were answered. */
const [home = "", count = ""] = process.argv.slice(2);
const context = contextOf(systemWorld(), {
  ...{ home, today: null, json: false, noColor: false, quiet: false, yes: false },
  ...{ noInput: true, debug: false, waitMs: 60_000 },
});

run().catch((error: unknown) => {
  writeSync(1, `${error}\n`);
});

async function run(): Promise<void> {
  for (let at = 0; at < Number(count); at++) {
    const said = { name: `Bill ${at}`, amount: "10", due_day: "15" };
    const { outcome, receipt } = await perform(context, add, said, {
      dry_run: false,
      key: `bill-${at}`,
    });
    const answered: Answered = `${at} ${outcome?.id} ${receipt?.seq ?? 0} ${receipt?.hash}`;
    writeSync(1, `${answered}\n`);
  }
}
