import { expect, test } from "vitest";
import { renderShownEvent } from "../../src/render/events.ts";
import { plainStyle } from "../../src/render/style.ts";

const event = {
  id: "ev_8f3a21bc90de",
  seq: 3,
  ts: "2026-01-15T12:00:00.000Z",
  actor: "ada",
  area: "payments",
  action: "edit",
  ref_id: "pay_1",
  meta: { name: "Hydro", fields: ["tags", "notes"], correct: false, refused: 0 },
  prev: "0".repeat(64),
  hash: "8".repeat(64),
};

function shownEdit(before: object | null, after: object | null): string[] {
  const edits = [{ collection: "payments", id: "pay_1", before, after }];
  // Any record will do: what is shown goes by its keys alone.
  const text = renderShownEvent({ ...event, ...JSON.parse(JSON.stringify({ edits })) }, plainStyle);
  return text
    .slice(text.indexOf("\n\n") + 2)
    .split("\n")
    .slice(1);
}

test("says what it is about without the noise", () => {
  const text = renderShownEvent({ ...event, edits: [] }, plainStyle);
  expect(text).toContain("about   Hydro fields=tags,notes\n");
});

test("a new record is what it holds", () => {
  const after = {
    name: "Hydro",
    payee: null,
    tags: [],
    notes: "",
    terms: [{ amount: "5.00", rule: null }],
  };
  expect(shownEdit(null, after)).toEqual(['  name: "Hydro"', '  terms: {"amount":"5.00"}']);
});

test("a changed record is what came and what went", () => {
  const before = { name: "Hydro", payee: "Hydro One", tags: ["home", "fixed"], notes: "" };
  const after = { name: "Hydro", payee: null, tags: ["home", "power"], notes: "new meter" };
  expect(shownEdit(before, after)).toEqual([
    '  payee: "Hydro One" -> nothing',
    '  tags: no more "fixed"',
    '  tags: "power"',
    '  notes: "new meter"',
  ]);
});

test("a record that went is what it held", () => {
  expect(shownEdit({ name: "Hydro", payee: null }, null)).toEqual(['  name: "Hydro" -> nothing']);
});
