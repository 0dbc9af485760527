import { execFile } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { buildSync } from "esbuild";
import { afterAll, describe, expect, test } from "vitest";
import { add } from "../../src/actions/owed/add.ts";
import { list } from "../../src/actions/owed/list.ts";
import { ask, perform } from "../../src/actions/perform.ts";
import { Home } from "../support/a-home.ts";
import type { Answered } from "./keyed-process.ts";

const folder = mkdtempSync(join(tmpdir(), "valhalla-keys-"));
const homes: Home[] = [];

afterAll(() => {
  rmSync(folder, { recursive: true });
  for (const home of homes) home.remove();
});

const freshHome = (like?: Home) => {
  const home = new Home(100, like);
  homes.push(home);
  return home;
};

test("of several writers with one key, one changes the books and all are given its answer", async () => {
  const program = join(folder, "keyed-process.cjs");
  buildSync({
    entryPoints: [join(import.meta.dirname, "keyed-process.ts")],
    ...{ outfile: program, bundle: true, platform: "node", format: "cjs", logLevel: "error" },
  });
  const { context } = freshHome();
  const args = [program, context.home, "6"];
  const processes = ["a", "b", "c"].map(() => promisify(execFile)(process.execPath, args));
  const [first, ...others] = (await Promise.all(processes)).map(({ stdout }) => stdout);

  expect(first?.split("\n").filter(isAnswer)).toHaveLength(6);
  for (const other of others) expect(other).toBe(first);
  expect(await ask(context, list, {})).toHaveLength(6);
});

const isAnswer = (line: string): line is Answered => /^\d pay_\w{12} \d+ \w{12}$/.test(line);

describe("cut short by a crash", () => {
  const said = { name: "Hydro", amount: "150", due_day: "15" };
  const keyed = { dry_run: false, key: "k" };

  test("before its line was whole, a change is made when it is asked for again", async () => {
    const home = freshHome();
    const { context, journal } = home;
    await perform(context, add, { name: "Gym", amount: "30" });
    const before = readFileSync(journal).length;
    const other = freshHome(home);
    await perform(other.context, add, said, keyed);
    appendFileSync(journal, readFileSync(other.journal).subarray(before, before + 200));

    const again = await perform(context, add, said, keyed);
    expect(again.repeats).toBeUndefined();
    expect((await ask(context, list, {})).map(({ name }) => name)).toEqual(["Gym", "Hydro"]);
  });

  test("after its line was whole, it is not made again, whatever else is lost", async () => {
    const { context } = freshHome();
    const first = await perform(context, add, said, keyed);
    for (const view of ["views.json", "payments", "stamps"]) {
      rmSync(join(context.home, view), { recursive: true, force: true });
    }
    const again = await perform(context, add, said, keyed);
    expect(again).toEqual({ ...first, repeats: { undone_by: null } });
    expect(await ask(context, list, {})).toHaveLength(1);
  });
});
