import { describe, expect, test } from "vitest";
import {
  cadenceWords,
  choice,
  cycle,
  day,
  type Field,
  orNothing,
  paidDay,
  text,
  texts,
  wholeNumber,
  yesOrNo,
} from "../../src/actions/fields.ts";
import { inputOf } from "../../src/actions/input.ts";
import { day as dayOf } from "../support/a-payment.ts";
import { refusalOf } from "../support/refusal.ts";
import { table } from "../support/table.ts";

const fields: Readonly<Record<string, Field<unknown>>> = {
  text,
  "text or nothing": orNothing(text),
  "day or nothing": orNothing(day),
  texts,
  day,
  "paid day": paidDay,
  cycle,
  "yes or no": yesOrNo,
  "0 to 3660": wholeNumber(0, 3660),
  kind: choice(["bill", "subscription", "debt"]),
  cadence: cadenceWords,
};

const read = (field: string, said: string) =>
  fields[field]?.read(JSON.parse(said), "--it", () => dayOf("2026-01-15"));

test.each(
  table<"field" | "said" | "value">(`
    field           | said         | value
    text            | ""           | ""
    text            | "--json"     | "--json"
    text or nothing | ""           | null
    text or nothing | "CA"         | "CA"
    day or nothing  | ""           | null
    day or nothing  | "2026-01-31" | "2026-01-31"
    texts           | ["b","","a"] | ["b","a"]
    texts           | [""]         | []
    day             | "2026-01-31" | "2026-01-31"
    day             | "yesterday"  | "2026-01-14"
    day             | "tomorrow"   | "2026-01-16"
    day             | "14"         | "2026-02-14"
    paid day        | "14"         | "2026-01-14"
    paid day        | "due"        | "due"
    cycle           | "14"         | "14"
    cycle           | "next"       | "next"
    yes or no       | false        | false
    0 to 3660       | "0"          | 0
    0 to 3660       | "3660"       | 3660
    0 to 3660       | 30           | 30
    kind            | "Bill"       | "bill"
    cadence         | "Per Year"   | {"cadence":"yearly","every":1}
  `),
)("$field reads $said", ({ field, said, value }) => {
  expect(JSON.stringify(read(field, said))).toBe(value);
});

test.each(
  table<"field" | "said" | "code" | "hint">(`
    field     | said         | code        | hint
    text      | 5            | bad-value   | Give it a text.
    texts     | "a"          | bad-value   | Give it a list of texts.
    day       | "2026-02-30" | bad-day     | Write it as YYYY-MM-DD.
    day       | 5            | bad-value   | Give it a text.
    yes or no | "yes"        | bad-value   | Give it true or false.
    0 to 3660 | ""           | bad-value   | Give it a whole number from 0 to 3660.
    0 to 3660 | "3661"       | bad-value   | Give it a whole number from 0 to 3660.
    0 to 3660 | "1e3"        | bad-value   | Give it a whole number from 0 to 3660.
    0 to 3660 | " 5"         | bad-value   | Give it a whole number from 0 to 3660.
    0 to 3660 | -1           | bad-value   | Give it a whole number from 0 to 3660.
    0 to 3660 | 1.5          | bad-value   | Give it a whole number from 0 to 3660.
    kind      | "dept"       | bad-value   | Did you mean debt? It takes: bill, subscription, debt.
    kind      | 1            | bad-value   | It takes: bill, subscription, debt.
  `),
)("$field refuses $said", ({ field, said, code, hint }) => {
  expect(refusalOf(() => read(field, said))).toMatchObject({ code, hint });
});

test.each(
  table<"field" | "said" | "code" | "message">(`
    field    | said        | code        | message
    day      | "due"       | bad-day     | "due" is a day only for --on of confirm
    paid day | "next"      | bad-day     | "next" is a day only for --cycle
    cycle    | "ere yet"   | bad-day     | "ere yet" is not a day
    cadence  | "sometimes" | bad-cadence | "sometimes" is not a cadence
  `),
)("$field refuses $said by the grammar", ({ field, said, code, message }) => {
  expect(refusalOf(() => read(field, said))).toMatchObject({ code, message });
});

describe("an input", () => {
  const input = inputOf({ payment: text }, { due_day: text, on: day });
  const around = {
    today: () => dayOf("2026-01-15"),
    handEdits: () => [],
    currency: () => "CAD",
    files: { read: never, write: never, claimFolder: never, inScratchFolder: never },
  };
  const readInput = (said: object) => input.read({ ...said }, around, "pause");

  test("is what was said, read; what was not said is absent", () => {
    expect(readInput({ payment: "hydro", on: "today", due_day: undefined })).toEqual({
      payment: "hydro",
      on: "2026-01-15",
    });
  });

  test("refuses what is missing, and what it does not know", () => {
    expect(refusalOf(() => readInput({})).code).toBe("missing-value");
    const refusal = refusalOf(() => readInput({ payment: "a", due_dy: "5" }));
    expect(refusal).toMatchObject({ code: "usage", message: "pause takes no --due-dy" });
    expect(refusal.hint).toBe("Did you mean --due-day?");
  });
});

function never(): never {
  throw new Error("no file is read here");
}
