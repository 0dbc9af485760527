import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { main } from "../../src/main.ts";
import { walk } from "../../src/sample/walk.ts";
import { testWorld } from "../support/test-world.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "valhalla-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("every step of the walk ends as it says, and prints something", async () => {
  for (const today of ["2024-02-29", "2025-12-31", "2026-06-30"]) {
    const { steps, home, kept, to } = await demo(today, []);
    expect({ home, kept, to }).toEqual({ home: null, kept: false, to: today });
    expect(steps.map(({ exit }) => exit)).toEqual(walk.map(({ exit }) => exit ?? 0));
    expect(steps.filter(({ output }) => output === "")).toEqual([]);
  }
  expect(readdirSync(folder)).toEqual([]);
});

test("the walk reads like this", async () => {
  const { world, heard } = testWorld({ folder, today: "2026-03-10", nextNumber: () => 1 });
  expect(await main(["demo"], world)).toBe(0);
  await expect(heard.out).toMatchFileSnapshot("./demo.txt");
});

test("the same day gives the same demo, in whichever folder", async () => {
  const once = await demo("2026-03-10", ["--keep", join(folder, "one")]);
  const again = await demo("2026-03-10", ["--keep", join(folder, "other")]);
  expect(again).toEqual({ ...once, home: join(folder, "other") });
  expect(await demo("2026-03-11", [])).not.toEqual(again);
});

interface Demo {
  readonly home: string | null;
  readonly kept: boolean;
  readonly to: string;
  readonly steps: readonly { readonly exit: number; readonly output: string }[];
}

async function demo(today: string, words: readonly string[]): Promise<Demo> {
  const { world, heard } = testWorld({ folder, today, nextNumber: () => 1 });
  expect(await main(["demo", "--json", ...words], world)).toBe(0);
  const parsed: Demo = JSON.parse(heard.out);
  return parsed;
}
