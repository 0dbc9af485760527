import { describe, expect, test } from "vitest";
import type { Confirmation } from "../../../src/domain/confirmations/confirmation.ts";
import { reconcilePayment } from "../../../src/domain/reconciling/reconcile.ts";
import { reconcileReport } from "../../../src/domain/reconciling/reconcile-report.ts";
import type { Payment } from "../../../src/domain/registry/payment.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { aConfirmation } from "../../support/a-confirmation.ts";
import { aPayment, day } from "../../support/a-payment.ts";
import { aView } from "../../support/a-view.ts";
import { reported, whys } from "../../support/reported.ts";

const once = (part: Parameters<typeof aPayment>[0] = {}) => aPayment({ cadence: "once", ...part });

describe("every cycle says why it stands as it does", () => {
  const loose = (id: string, paid_on: string) => aConfirmation({ id, paid_on, cycle: null });
  const cases: [string, Payment, Confirmation[], string, string][] = [
    [
      "paid late, as the example has it",
      once(),
      [loose("pc_a", "2026-01-28")],
      "2026-01-31",
      "missed: no confirmation from 2026-01-13 to 2026-01-20; nearest is pc_a on 2026-01-28, 8 days late",
    ],
    [
      "paid early",
      once(),
      [loose("pc_a", "2026-01-12")],
      "2026-01-31",
      "missed: no confirmation from 2026-01-13 to 2026-01-20; nearest is pc_a on 2026-01-12, 1 day early",
    ],
    [
      "of several, the nearest to its day; of two as near, the smaller id",
      once(),
      [loose("pc_z", "2026-01-21"), loose("pc_b", "2026-01-09"), loose("pc_a", "2026-01-21")],
      "2026-01-31",
      "missed: no confirmation from 2026-01-13 to 2026-01-20; nearest is pc_a on 2026-01-21, 1 day late",
    ],
    [
      "nothing came near",
      once(),
      [],
      "2026-01-31",
      "missed: no confirmation from 2026-01-13 to 2026-01-20",
    ],
    [
      "what was paid months away is not near",
      once(),
      [loose("pc_a", "2025-09-15")],
      "2026-01-31",
      "missed: no confirmation from 2026-01-13 to 2026-01-20",
    ],
    [
      "in grace",
      once(),
      [],
      "2026-01-20",
      "grace: no confirmation from 2026-01-13 to 2026-01-20; 5 days of grace are not over",
    ],
    ["today", once(), [], "2026-01-15", "due: due today"],
    [
      "paid",
      once(),
      [aConfirmation({ id: "pc_a", paid_on: "2026-01-14" })],
      "2026-01-31",
      "paid: paid by pc_a on 2026-01-14",
    ],
    [
      "paid without saying for which",
      once(),
      [loose("pc_a", "2026-01-20")],
      "2026-01-31",
      "paid: paid by pc_a on 2026-01-20",
    ],
    [
      "paid in parts",
      once(),
      [
        aConfirmation({ id: "pc_a", amount: "100.00" }),
        aConfirmation({ id: "pc_b", amount: "50.00", paid_on: "2026-01-16" }),
      ],
      "2026-01-31",
      "paid: paid by pc_a on 2026-01-15 and pc_b on 2026-01-16",
    ],
    [
      "a part",
      once(),
      [aConfirmation({ id: "pc_a", amount: "100.00" })],
      "2026-01-31",
      "partial: paid 100.00 CAD of 150.00 CAD by pc_a on 2026-01-15; 50.00 CAD remains",
    ],
    [
      "too much",
      once(),
      [aConfirmation({ id: "pc_a", amount: "175.00" })],
      "2026-01-31",
      "overpaid: paid 175.00 CAD where 150.00 CAD was expected, by pc_a on 2026-01-15",
    ],
    [
      "skipped",
      once({ exceptions: { [day("2026-01-15")]: { skipped: true } } }),
      [],
      "2026-01-31",
      "skipped: skipped by you",
    ],
    [
      "failed",
      once({
        exceptions: {
          [day("2026-01-15")]: { failures: [{ on: day("2026-01-16"), reason: "nsf" }] },
        },
      }),
      [],
      "2026-01-31",
      "failed: the attempt of 2026-01-16 failed (nsf) and nothing came after",
    ],
    [
      "void ones are nothing",
      once(),
      [aConfirmation({ voided_at: "2026-01-16T12:00:00.000Z" })],
      "2026-01-31",
      "missed: no confirmation from 2026-01-13 to 2026-01-20",
    ],
  ];
  test.each(cases)("%s", (_why, payment, confirmations, today, sentence) => {
    expect(whys(reported([payment], confirmations, { today }))).toEqual([`2026-01-15 ${sentence}`]);
  });

  test.each([
    [1, "1 day of grace is not over"],
    [2, "2 days of grace are not over"],
  ])("a grace of %i", (grace_days, sentence) => {
    const today = day("2026-01-16");
    const span = { from: day("2026-01-01"), to: today };
    const policy = { ...defaultPolicy, grace_days };
    const reconciliation = reconcilePayment(once(), span, [], aView(today, [], policy));
    const report = reconcileReport(span, [reconciliation], {
      today,
      policy,
      isPosting: false,
      isOlderAsked: false,
    });
    expect(whys(report)).toEqual([
      `2026-01-15 grace: no confirmation from 2026-01-13 to 2026-01-20; ${sentence}`,
    ]);
  });

  test("a span that ends later shows what is to come", () => {
    const span = { from: day("2026-01-01"), to: day("2026-01-31") };
    const view = aView("2026-01-05");
    const report = reconcileReport(span, [reconcilePayment(aPayment(), span, [], view)], {
      today: day("2026-01-05"),
      policy: defaultPolicy,
      isPosting: false,
      isOlderAsked: false,
    });
    expect(report.pending.map(({ status, why }) => `${status}: ${why}`)).toEqual([
      "upcoming: not due until 2026-01-15",
    ]);
    expect(report.ok).toBe(true);
  });
});
