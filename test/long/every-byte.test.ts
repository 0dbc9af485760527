import { beforeAll, describe, expect, test } from "vitest";
import { historyFaults, proofFaults, readingFaults } from "../faults/damage-judgement.ts";
import { damagedBooks, keepWard, type Ward } from "../faults/damaged-books.ts";
import type { Journal } from "../faults/damages.ts";

let ward: Ward;

beforeAll(async () => {
  ward = await keepWard();
});

describe.each(["good", "without any view", "as a writer left them that died"])(
  "views %s",
  (state) => {
    test("every byte of a journal of several segments flipped", () => {
      const wrong: string[] = [];
      for (const [segment, text] of ward.whole.entries()) {
        const bytes = Buffer.from(text ?? "", "latin1");
        for (let at = 0; at < bytes.length; at++) {
          const flipped = Buffer.from(bytes);
          flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
          const journal = ward.whole.toSpliced(segment, 1, flipped.toString("latin1"));
          wrong.push(...faultsOf(journal, state).map((why) => `${segment} ${at}: ${why}`));
        }
      }
      expect(wrong).toEqual([]);
    });
  },
);

function faultsOf(spoilt: Journal, state: string): string[] {
  const patient = damagedBooks(ward, spoilt, state);
  return [...readingFaults(patient), ...proofFaults(patient), ...historyFaults(patient)];
}
