import fc from "fast-check";
import { expect, test } from "vitest";
import { cutText } from "../../src/render/cut-text.ts";
import { textWidth } from "../../src/render/text-width.ts";
import { table } from "../support/table.ts";

test.each(
  table<"why" | "text" | "width" | "cut">(`
    why                        | text                   | width | cut
    what fits stays            | Hydro                  | 5     | Hydro
    Latin                      | Hydro One              | 6     | Hydro…
    wide letters count twice   | 電気代 東京電力         | 10    | 電気代 東…
    no half of a wide letter   | 電気代 東京電力         | 9     | 電気代 …
    Arabic counts once         | شركة الكهرباء الوطنية  | 8     | شركة ال…
    an accent stays on its own | cafe\u0301 au lait     | 5     | cafe\u0301…
    a family is one            | 👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧                 | 5     | 👨‍👩‍👧👨‍👩‍👧…
    the least                  | Hydro                  | 1     | …
  `),
)("$why", ({ text, width, cut }) => {
  expect(cutText(text, Number(width))).toBe(cut);
});

test("is never wider than it may be", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 30 }),
      fc.integer({ min: 1, max: 40 }),
      (text, width) => {
        expect(textWidth(cutText(text, width))).toBeLessThanOrEqual(width);
      },
    ),
    { numRuns: 2000 },
  );
});
