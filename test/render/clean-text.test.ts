import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText } from "../../src/render/clean-text.ts";
import { jsonChunks, jsonText } from "../../src/render/json.ts";

const commanding = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

/** Letters, and much of what a terminal obeys. */
const wild = fc.string({
  unit: fc.oneof(
    fc.constantFrom("\u001b", "\u009b", "[", "]", "31m", "2J", "8;;", "\u0007", "\\", "\u202e"),
    fc.constantFrom("\n", "\r", "\t", "\u007f", "\u0085", "\u2066", "\u2028", "P", "0", ";"),
    fc.string({ unit: "binary", maxLength: 3 }),
  ),
});

describe("cleanText", () => {
  test.each([
    ["plain text stays", "Hydro-Québec, 電気 👨‍👩‍👧 नि", "Hydro-Québec, 電気 👨‍👩‍👧 नि"],
    ["colours go", "\u001b[31mred\u001b[0m", "red"],
    ["the eight-bit form too", "\u009b31mred", "red"],
    ["a window title goes whole", "\u001b]0;owned\u0007Rent", "Rent"],
    ["so does a link", "\u001b]8;;http://a\u001b\\Rent\u001b]8;;\u001b\\", "Rent"],
    ["a lone escape goes", "a\u001b", "a"],
    ["lines become one", "a\r\nb\nc\td\u2028e", "a b c d e"],
    ["nothing is turned around", "\u202etxt\u202c \u2066a\u2069", "txt a"],
    ["nothing beeps or goes back", "a\u0007b\u0008c\u007f", "abc"],
  ])("%s", (_, dirty, clean) => {
    expect(cleanText(dirty)).toBe(clean);
  });

  test("no text whatever keeps anything a terminal obeys", () => {
    fc.assert(
      fc.property(wild, (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(commanding);
        expect(cleanText(clean)).toBe(clean);
      }),
      { numRuns: 5000 },
    );
  });
});

test("JSON holds nothing a terminal obeys, and reads back the same", () => {
  fc.assert(
    fc.property(wild, (text) => {
      const json = jsonText({ text });
      expect(json.slice(0, -1)).not.toMatch(commanding);
      expect(JSON.parse(json)).toEqual({ text });
    }),
    { numRuns: 5000 },
  );
});

test.each([0, 1, 499, 500, 501, 1000, 1234])("a list of %d is the same in pieces", (length) => {
  const rows = Array.from({ length }, (_, index) => ({ index, name: "a\u009bb" }));
  const chunks = [...jsonChunks(rows)];
  expect(chunks.join("")).toBe(jsonText(rows));
  expect(chunks.length > 1).toBe(length > 500);
});
