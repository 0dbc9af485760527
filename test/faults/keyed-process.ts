import { writeSync } from "node:fs";
import { add } from "../../src/actions/owed/add.ts";
import { perform } from "../../src/actions/perform.ts";
import { systemWorld } from "../../src/system.ts";
import { contextOf } from "../../src/world.ts";

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
    writeSync(1, `${at} ${outcome?.id} ${receipt?.seq} ${receipt?.hash}\n`);
  }
}
