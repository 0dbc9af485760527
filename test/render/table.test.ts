import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDay } from "../../src/domain/days/calendar.ts";
import { plainStyle, styleFor } from "../../src/render/style.ts";
import { textWidth } from "../../src/render/text-width.ts";

const columns = [
  { title: "Payment", shrinkTo: 8 },
  { title: "Amount", align: "right" as const },
  { title: "Notes", shrinkTo: 5 },
];
const rows = [
  ["Hydro", "150.00 CAD", "reads its own meter, posts a bill on the fifteenth of the month"],
  ["電気 🫠", "9,000 JPY", "cafe\u0301"],
  ["\u001b[31mRent\u001b[0m", "2000.00 CAD", ""],
];

function terminal(width: number, color = false) {
  return styleFor({ write: () => {}, isTerminal: true, columns: width, color }, () =>
    parseDay("2026-01-15"),
  );
}

describe("a table that is piped", () => {
  test("is bare text, columns two spaces apart, amounts to the right, nothing cut", () => {
    expect(plainStyle.table(columns, rows)).toBe(
      [
        "Payment       Amount  Notes",
        `Hydro     150.00 CAD  ${rows[0]?.[2]}`,
        "電気 🫠    9,000 JPY  cafe\u0301",
        "Rent     2000.00 CAD",
        "",
      ].join("\n"),
    );
  });
});

describe("a table on a terminal", () => {
  test("is the same, and gives way where it is told to", async () => {
    const style = await terminal(56);
    expect(style.table(columns, rows)).toBe(
      [
        "Payment       Amount  Notes",
        "Hydro     150.00 CAD  reads its own meter, posts a bill…",
        "電気 🫠    9,000 JPY  cafe\u0301",
        "Rent     2000.00 CAD",
        "",
      ].join("\n"),
    );
  });

  test("lets optional columns go before any text is cut to nothing", async () => {
    const style = await terminal(40);
    const optional = columns.map((column) =>
      column.title === "Notes" ? { ...column, shrinkTo: 20, isOptional: true as const } : column,
    );
    expect(style.table(optional, rows)).toBe(
      [
        "Payment       Amount",
        "Hydro     150.00 CAD",
        "電気 🫠    9,000 JPY",
        "Rent     2000.00 CAD",
        "",
      ].join("\n"),
    );
  });

  test("never cuts what may not be shortened, however narrow it is", async () => {
    const style = await terminal(12);
    expect(style.table(columns, rows)).toContain("2000.00 CAD");
  });

  test("has lines between its rows as they are", async () => {
    const style = await terminal(40);
    expect(style.table([{ title: "Day" }], [["1"], "Overdue", ["2"]])).toBe("Day\n1\nOverdue\n2\n");
  });

  test("is coloured only where colours are wanted", async () => {
    expect((await terminal(80)).table(columns, rows)).not.toContain("\u001b");
    expect((await terminal(80, true)).table(columns, rows)).toContain("\u001b[1m");
    expect((await terminal(80, true)).bad("late")).toBe("\u001b[31mlate\u001b[39m");
  });

  test("stays within the terminal, whatever it holds", async () => {
    const cell = fc.string({
      unit: fc.constantFrom(
        "a",
        "é",
        "e\u0301",
        "電",
        "👨‍👩‍👧",
        "🇨🇦",
        "🫠",
        "न",
        "नि",
        " ",
        "\n",
        "\u001b",
      ),
      maxLength: 30,
    });
    const style = await terminal(64);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }), (cells) => {
        const flexible = columns.map(({ title }) => ({ title, shrinkTo: 6 }));
        const lines = style.table(flexible, cells).split("\n");
        expect(lines).toHaveLength(cells.length + 2);
        expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(64);
      }),
      { numRuns: 1000 },
    );
  });
});
