import { beforeAll, describe, expect, test } from "vitest";
import { perform } from "../../src/actions/perform.ts";
import { note } from "../../src/actions/told/note.ts";
import { Refusal } from "../../src/domain/refusal.ts";
import { answersOf } from "./answers.ts";
import { actionFaults, opened } from "./damage-judgement.ts";
import { booksAfter, damagedBooks, faultsOf, keepWard, type Ward } from "./damaged-books.ts";
import { damages, placesIn, seqAt } from "./damages.ts";
import { viewStates } from "./spoilt-views.ts";

let ward: Ward;
let cases = 0;

beforeAll(async () => {
  ward = await keepWard();
});

const places = ["the first line", "a line in the middle", "the last line but one", "the last line"];

describe.each(Object.keys(damages))("a journal with damage: %s", (damage) => {
  test.each(places)("%s: answered right, or refused by name", async (place) => {
    const { whole, others } = ward;
    const at = placesIn(whole)[place] ?? { segment: 0, line: 0 };
    const spoilt = damages[damage]?.(whole, at, others) ?? null;
    if (spoilt === null) return;
    const wrong: string[] = [];
    cases += Object.keys(viewStates).length;
    for (const state of Object.keys(viewStates)) {
      const faults = await faultsOf(damagedBooks(ward, spoilt, state), seqAt(whole, at));
      wrong.push(...faults.map((why) => `${state}: ${why}`));
    }
    expect(wrong).toEqual([]);
  });
});

test("those were more than six hundred cases", () => {
  expect(cases).toBeGreaterThan(600);
});

test("whole books answer every question, and nothing is wrong with them", async () => {
  const { disk, machine } = ward.ours;
  const answers = [...answersOf(opened(disk, machine)).values()].map(({ text }) => text ?? "null");
  expect(answers.filter((text) => /^(null|\[\]|\[null.*)$/.test(text))).toEqual([]);
  const found = await faultsOf(damagedBooks(ward, ward.whole, "good"), 4);
  expect(found).toEqual(["verify finds no damage in the journal"]);
});

test("the judge finds books that lost changes without a word", async () => {
  const disk = booksAfter(ward, 12);
  const found = await faultsOf(
    { ...damagedBooks(ward, ward.whole, "good"), disk, receipt: null },
    13,
  );
  for (const fault of [
    /^all payments: otherwise/,
    /^verify finds no damage/,
    /^audit leaves line 19 out/,
    /^confirm: done, then all confirmations: otherwise/,
    /^undo the one before: done, then/,
  ]) {
    expect(found).toContainEqual(expect.stringMatching(fault));
  }
});

test("the judge finds a refused change that left something behind", async () => {
  const patient = damagedBooks(ward, ward.whole, "good");
  let calls = 0;
  const found = await actionFaults(patient, async (context) => {
    // First it is done on the whole books.
    calls += 1;
    if (calls === 2) await perform(context, note, { text: "left behind" });
    throw new Refusal("damaged", "line 3 is damaged", "");
  });
  expect(found).toEqual(["refused, but the home is another now"]);
});
