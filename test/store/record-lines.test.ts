import { expect, test } from "vitest";
import { frameView, monthView } from "../../src/store/views/layout.ts";
import { laidOver } from "../../src/store/views/overlay.ts";
import { parseLines, recordLines } from "../../src/store/views/record-lines.ts";

test("a month of 150,000 lines is laid over, framed and read, without a call of as many arguments", () => {
  const lineOf = (at: number, amount: number) => `{"id":"pc_${at}","amount":${amount}}`;
  const lines = Array.from({ length: 150_000 }, (_, at) => lineOf(at, 1));
  const view = monthView("confirmations", "2027-01");
  const laid = new Map(lines.map((_, at) => [`pc_${at + 1}`, lineOf(at + 1, 2)]));
  const framed = frameView(view, [...laidOver(recordLines(frameView(view, lines)), laid)]);
  const records = parseLines<{ amount: number }>(framed);
  expect(records).toHaveLength(150_001);
  expect(records.filter(({ amount }) => amount === 1)).toHaveLength(1);
});
