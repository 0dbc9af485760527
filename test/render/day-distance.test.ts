import { expect, test } from "vitest";
import { parseDay } from "../../src/domain/days/calendar.ts";
import { dayDistance } from "../../src/render/day-distance.ts";
import { plainStyle, styleFor } from "../../src/render/style.ts";
import { table } from "../support/table.ts";

test.each(
  table<"day" | "words">(`
    day        | words
    2026-03-08 | today
    2026-03-09 | tomorrow
    2026-03-07 | yesterday
    2026-03-13 | in 5 days
    2026-03-01 | 7 days ago
    2026-04-20 | in 43 days
    2026-06-20 | in 3 months
    2027-03-08 | in a year
  `),
)("$day is $words", async ({ day, words }) => {
  const today = parseDay("2026-03-08");
  expect(dayDistance(parseDay(day), today)).toBe(words);
  const sink = { write: () => {}, isTerminal: true, columns: 80, color: false };
  expect((await styleFor(sink, () => today)).distance(parseDay(day))).toBe(words);
});

test("nobody is told when nobody is looking", () => {
  expect(plainStyle.distance(parseDay("2026-03-09"))).toBe("");
});
