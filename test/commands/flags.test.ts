import { describe, expect, test } from "vitest";
import { choiceFlag, listFlag, wholeNumberFlag } from "../../src/commands/flags.ts";
import { table } from "../support/table.ts";

describe("wholeNumberFlag", () => {
  const days = wholeNumberFlag("--days", 0, 3660);

  test.each(
    table<"text" | "number">(`
      text | number
      0    | 0
      30   | 30
      3660 | 3660
    `),
  )("reads $text", ({ text, number }) => {
    expect(days(text)).toBe(Number(number));
  });

  test.each(["", "-1", "3661", "1.5", "1e3", "0x10", "thirty", "99999999999", " 5"])(
    "refuses %j",
    (text) => {
      expect(() => days(text)).toThrow(expect.objectContaining({ code: "bad-value" }));
    },
  );
});

describe("choiceFlag", () => {
  const kind = choiceFlag("--kind", ["bill", "subscription", "debt"]);

  test("reads a word in any case", () => {
    expect(kind("Bill")).toBe("bill");
  });

  test("refuses another and names the nearest", () => {
    expect(() => kind("dept")).toThrow(
      expect.objectContaining({ code: "bad-value", hint: expect.stringContaining("mean debt?") }),
    );
  });
});

test("listFlag keeps what was given, in order", () => {
  expect(listFlag("b", listFlag("a", undefined))).toEqual(["a", "b"]);
});
