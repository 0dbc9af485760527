import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { main } from "../../src/main.ts";
import { testWorld } from "../support/test-world.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hostile-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Imports a payment with more keys than it has. */
async function toldOf(keys: readonly string[]): Promise<string> {
  const known = { name: "P", kind: "bill", amount: 5, currency: "CAD", cadence: "monthly" };
  const more = Object.fromEntries(keys.map((key) => [key, 1]));
  const file = join(folder, "in.json");
  writeFileSync(
    file,
    JSON.stringify({ items: [{ ...known, due_day: 3, status: "active", ...more }] }),
  );
  const { world, heard } = testWorld({ folder, today: "2026-01-15", nextNumber: () => 1 });
  await main(["import", file, "--dry-run"], world);
  return heard.err;
}

test("no control character of a foreign key reaches the terminal", async () => {
  const told = await toldOf(["\u001b[31mred\u202e\u009b2J"]);
  expect(told).toContain("Passed over: red\n");
});

test("of many and long foreign keys only some are named", async () => {
  const told = await toldOf(Array.from({ length: 500 }, (_, at) => `k${at}${"x".repeat(5000)}`));
  expect(told).toContain(" and 480 more");
  expect(told.length).toBeLessThan(3000);
});
