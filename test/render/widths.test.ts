import { afterAll, beforeAll, expect, test } from "vitest";
import { textWidth } from "../../src/render/text-width.ts";
import { Stage } from "../support/transcript.ts";

const stage = new Stage();

beforeAll(async () => {
  stage.isSetBy("today: 2026-01-15");
  for (const line of [
    'add "Very long name of a subscription that nobody would type in full" 12.50 --cadence weekly',
    "add Rent 1850 --due-day 1 --roll preceding --calendar CA-ON",
    'add "電気代 東京電力エナジーパートナー" 80-160 --due-day 27',
    "add Insurance 1480 --cadence yearly --start 2026-02-10 --tolerance 5",
  ])
    expect((await stage.run(`valhalla ${line}`)).code, line).toBe(0);
  stage.isSetBy("today: 2026-03-29");
  await stage.run("valhalla confirm rent --on 2026-01-30 --amount 1000");
});
afterAll(() => stage.close());

const screens = ["schedule", "schedule rent", "list", "show rent", "now", "reconcile"];

test.each([40, 60, 80, 120, 200])(
  "every screen fits %i columns, and no day is cut",
  async (columns) => {
    stage.isSetBy(`terminal: ${columns}`);
    for (const screen of screens) {
      const { heard } = await stage.run(`valhalla ${screen}`);
      // A command is told in one line, so that it can be copied.
      const lines = heard.out.split("\n").filter((line) => !line.includes("valhalla "));
      const wide = lines.filter((line) => textWidth(line) > columns);
      expect(wide, screen).toEqual([]);
      expect(heard.out, screen).not.toMatch(/(^|\n) *(\w{3} (\w{3} )?|\d{4}-[\d-]*)…/);
    }
  },
);

test("the columns of both blocks of a schedule stand under each other", async () => {
  stage.isSetBy("terminal: 80");
  const { heard } = await stage.run("valhalla schedule --days 60");
  const lines = heard.out.split("\n");
  const rows = lines.filter((line) => /^\w{3} \w{3} \d/.test(line) && !line.includes("電"));
  expect(lines).toEqual(expect.arrayContaining(["Overdue", "Next 60 days"]));
  expect(rows.length).toBeGreaterThan(4);
  expect(
    new Set(rows.map((row) => row.search(/[!*~·✓] (missed|due|partial|upcoming|grace|paid)/))).size,
  ).toBe(1);
});
