import { beforeAll, describe, expect, test } from "vitest";
import { damagedBooks, faultsOf, keepWard, type Ward } from "../faults/damaged-books.ts";
import { damages, everyPlace, seqAt } from "../faults/damages.ts";
import { viewStates } from "../faults/spoilt-views.ts";

let ward: Ward;

beforeAll(async () => {
  ward = await keepWard();
});

describe.each(Object.entries(damages))("every line: %s", (_damage, spoil) => {
  test.each(Object.keys(viewStates))("views %s", async (state) => {
    const { whole, others } = ward;
    const wrong: string[] = [];
    for (const at of everyPlace(whole)) {
      const spoilt = spoil(whole, at, others);
      if (spoilt === null) continue;
      const seq = seqAt(whole, at);
      const faults = await faultsOf(damagedBooks(ward, spoilt, state), seq);
      wrong.push(...faults.map((why) => `line ${seq}: ${why}`));
    }
    expect(wrong).toEqual([]);
  });
});
