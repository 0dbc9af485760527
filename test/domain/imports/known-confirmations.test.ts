import { describe, expect, test } from "vitest";
import { parseDay } from "../../../src/domain/days/calendar.ts";
import {
  type Evident,
  knownConfirmations,
} from "../../../src/domain/imports/known-confirmations.ts";
import { refusalOf } from "../../support/refusal.ts";

const held: Evident = {
  id: "pc_1",
  payment_id: "pay_1",
  paid_on: parseDay("2026-01-15"),
  amount: "150.00",
  ref: null,
};

describe("knownConfirmations", () => {
  test("knows by id, whatever else is said", () => {
    expect(knownConfirmations([held]).includes({ ...held, amount: "1.00" })).toBe(true);
  });

  test("takes another id for another confirmation", () => {
    expect(knownConfirmations([held]).includes({ ...held, id: "pc_2" })).toBe(false);
  });

  test("knows what has no id by payment, day and amount, as many as are held", () => {
    const known = knownConfirmations([held]);
    const nameless = { ...held, id: null };

    expect([nameless, nameless].map(known.includes)).toEqual([true, false]);
    expect(known.includes({ ...nameless, amount: "150.01" })).toBe(false);
    expect(known.includes({ ...nameless, payment_id: "pay_2" })).toBe(false);
  });

  test("knows by payment and reference", () => {
    const known = knownConfirmations([{ ...held, ref: "88" }]);

    expect(known.includes({ ...held, id: null, ref: "88" })).toBe(true);
    expect(known.includes({ ...held, id: null, ref: "88", payment_id: "pay_2" })).toBe(false);
    expect(known.includes({ ...held, id: null, ref: "89" })).toBe(false);
  });

  test("refuses a reference that was used for something else", () => {
    const known = knownConfirmations([{ ...held, ref: "88" }]);
    const refusal = refusalOf(() =>
      known.includes({ ...held, id: "pc_2", ref: "88", amount: "1.00" }),
    );

    expect(refusal.code).toBe("duplicate");
    expect(refusal.message).toContain("2026-01-15");
  });

  test("knows what came in before in the same file", () => {
    const known = knownConfirmations([]);
    known.add({ ...held, ref: "88" });

    expect(known.includes(held)).toBe(true);
    expect(known.includes({ ...held, id: "pc_2", ref: "88" })).toBe(true);
  });
});
