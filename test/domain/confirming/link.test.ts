import { describe, expect, test } from "vitest";
import { linkConfirmation, markNotTwice } from "../../../src/domain/confirming/link.ts";
import { aConfirmation } from "../../support/a-confirmation.ts";
import { aPayment, day } from "../../support/a-payment.ts";
import { aView } from "../../support/a-view.ts";
import { refusalOf } from "../../support/refusal.ts";

const loose = aConfirmation({ id: "pc_a", cycle: null, paid_on: "2026-02-25" });

describe("a confirmation without a cycle is linked to the one that is named", () => {
  test("with what that was expected to cost", () => {
    const { confirmation, after } = linkConfirmation(
      aPayment(),
      loose,
      day("2026-02-15"),
      aView("2026-03-01"),
    );
    expect(confirmation).toEqual({ ...loose, cycle: "2026-02-15", expected: "150.00" });
    expect(after.standing.status).toBe("paid");
  });

  test("but not where it has one, is void, is of another payment, or the cycle is not owed", () => {
    const link = (part: Partial<typeof loose>, payment = aPayment()) =>
      refusalOf(() =>
        linkConfirmation(payment, { ...loose, ...part }, day("2026-02-15"), aView("2026-03-01")),
      );
    expect(link({ cycle: day("2026-01-15") })).toMatchObject({
      code: "conflict",
      message: "pc_a settles the cycle 2026-01-15 already",
    });
    expect(link({ voided_at: "2026-02-26T12:00:00.000Z" }).message).toBe("pc_a is void");
    expect(link({ payment_id: "pay_x" }).message).toBe("pc_a is not of Hydro");
    const paused = aPayment({ status_changes: [{ status: "paused", on: day("2026-02-01") }] });
    expect(link({}, paused).code).toBe("not-allowed");
  });
});

test("what is known to be no copy of another is marked so", () => {
  expect(markNotTwice(loose)).toEqual({ ...loose, not_twice: true });
});
