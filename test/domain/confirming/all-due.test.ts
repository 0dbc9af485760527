import { expect, test } from "vitest";
import { allDue, type DueCycle } from "../../../src/domain/confirming/all-due.ts";
import { aConfirmation } from "../../support/a-confirmation.ts";
import { aPayment, day } from "../../support/a-payment.ts";
import { aView } from "../../support/a-view.ts";

const brief = (cycles: readonly DueCycle[]): string[] =>
  cycles.map(
    ({ payment, cycle, standing }) => `${cycle.date} ${payment.name} ${standing.remaining / 100}`,
  );

test("all that is due is every open cycle up to the day, parts with what remains, ranges apart", () => {
  const gym = { id: "pay_gym", name: "Gym", amount: "20.00" };
  const payments = [
    aPayment(),
    aPayment({ ...gym, cadence: "weekly", start: "2026-02-10" }),
    aPayment({ id: "pay_gas", name: "Gas", amount_min: "80.00", start: "2026-02-01" }),
    aPayment({ id: "pay_late", name: "Late", start: "2020-02-01", owed_from: day("2026-02-01") }),
    aPayment({
      id: "pay_off",
      name: "Off",
      status_changes: [{ status: "paused", on: day("2026-01-01") }],
    }),
  ];
  const part = aConfirmation({ amount: "100.00" });
  const { due, left_out } = allDue(payments, day("2026-02-17"), aView("2026-02-17", [part]));
  expect(brief(due)).toEqual([
    "2026-01-15 Hydro 50",
    "2026-02-01 Late 150",
    "2026-02-10 Gym 20",
    "2026-02-15 Hydro 150",
    "2026-02-17 Gym 20",
  ]);
  expect(brief(left_out)).toEqual(["2026-02-01 Gas 150"]);
});
