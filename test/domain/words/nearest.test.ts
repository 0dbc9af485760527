import { expect, test } from "vitest";
import { nearest } from "../../../src/domain/words/nearest.ts";
import { table } from "../../support/table.ts";

test.each(
  table<"why" | "word" | "candidates" | "found">(`
    why                              | word    | candidates           | found
    a letter too few                 | hydo    | hydro rent           | hydro
    a letter too many                | hydroo  | hydro rent           | hydro
    a wrong letter                   | hidro   | hydro rent           | hydro
    two letters swapped              | hyrdo   | hydro rent           | hydro
    case does not count              | HYDRO   | hydro rent           | hydro
    the closest first                | rents   | tents rent rents     | rents tents rent
    three at most                    | aa      | ab ac ad ae          | ab ac ad
    no further than half the word    | a       | b c d e              |
    the beginning of one             | sched   | show schedule        | schedule
    before what is near              | list    | lisp listing         | listing lisp
    two letters begin nothing        | sc      | schedule             |
    two slips need six letters       | netfix1 | netflix rent         | netflix
    and are too many for five        | hxdr0   | hydro rent           |
    nothing alike                    | gas     | hydro rent           |
  `),
)("$why", ({ word, candidates, found }) => {
  expect(nearest(word, candidates.split(" ")).join(" ")).toBe(found);
});
