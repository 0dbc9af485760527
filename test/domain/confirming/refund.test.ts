import { describe, expect, test } from "vitest";
import type { Confirmation } from "../../../src/domain/confirmations/confirmation.ts";
import {
  type Refund,
  refundPayment,
  refuseRefunded,
} from "../../../src/domain/confirming/refund.ts";
import { aConfirmation } from "../../support/a-confirmation.ts";
import { aPayment, day } from "../../support/a-payment.ts";
import { aView } from "../../support/a-view.ts";
import { refusalOf } from "../../support/refusal.ts";
import { table } from "../../support/table.ts";

const january = aConfirmation({ cycle: "2026-01-15" });
const february = aConfirmation({ cycle: "2026-02-15" });

function refunded(part: Partial<Refund>, known: readonly Confirmation[] = [february, january]) {
  const usual = { on: day("2026-03-01"), minor: 3000, link: null, owed_again: false };
  const said = { method: "CARD", ref: null, notes: "", source: "manual" as const };
  const stamp = { id: "pc_back", now: "2026-03-01T12:00:00.000Z" };
  const view = aView("2026-03-01", known);
  return refundPayment(aPayment(), { ...usual, ...said, ...part }, stamp, known, view);
}

describe("money that came back", () => {
  test.each(
    table<"why" | "on" | "link" | "minor" | "again" | "stands">(`
      why                           | on         | link          | minor | again | stands
      is of the newest confirmation | 2026-03-01 |               | 3000  |       | 02-15 paid 12000/12000
      by the day it came            | 2026-02-01 |               | 3000  |       | 01-15 paid 12000/12000
      or of the one that is named   | 2026-03-01 | pc_2026-01-15 | 3000  |       | 01-15 paid 12000/12000
      all of it                     | 2026-03-01 |               | 15000 |       | 02-15 paid 0/0
      to be paid again              | 2026-03-01 |               | 3000  | yes   | 02-15 partial 12000/15000
    `),
  )("$why", ({ on, link, minor, again, stands }) => {
    const { confirmation, standee } = refunded({
      on: day(on),
      link: link === "" ? null : link,
      minor: Number(minor),
      owed_again: again === "yes",
    });
    const { status, paid, expected } = standee.standing;
    expect(`${confirmation.cycle?.slice(5)} ${status} ${paid}/${expected}`).toBe(stands);
  });

  test("is a confirmation of its own kind", () => {
    expect(refunded({ owed_again: true }).confirmation).toMatchObject({
      ...{ kind: "refund", refunds: "pc_2026-02-15", owed_again: true, amount: "-30.00" },
      ...{ paid_on: "2026-03-01", expected: null },
    });
    expect(refunded({}).confirmation).not.toHaveProperty("owed_again");
  });

  test("is never more than was paid, all refunds together", () => {
    const { confirmation } = refunded({ minor: 10_000 });
    const known = [january, february, confirmation];
    expect(refusalOf(() => refunded({ minor: 5001 }, known))).toMatchObject({
      code: "bad-amount",
      message: "50.01 CAD cannot have come back: of pc_2026-02-15, 50.00 is left",
    });
    const voided = { ...confirmation, voided_at: "2026-03-02T12:00:00.000Z" };
    const all = refunded({ minor: 15_000 }, [january, february, voided]);
    expect(all.confirmation.amount).toBe("-150.00");
  });

  test("is refused where nothing was paid, or what was paid is for no cycle", () => {
    expect(refusalOf(() => refunded({}, [])).code).toBe("not-found");
    expect(refusalOf(() => refunded({ link: "pc_none" })).message).toBe(
      "Hydro has no confirmation pc_none that is not void",
    );
    const loose = aConfirmation({ cycle: null });
    expect(refusalOf(() => refunded({}, [loose])).code).toBe("conflict");
  });

  test("keeps what was paid from being taken back before it", () => {
    const { confirmation } = refunded({});
    expect(() => refuseRefunded(january, [confirmation])).not.toThrow();
    expect(refusalOf(() => refuseRefunded(february, [confirmation]))).toMatchObject({
      code: "conflict",
      hint: "Take that back first: valhalla unconfirm pc_back",
    });
    const voided = { ...confirmation, voided_at: "2026-03-02T12:00:00.000Z" };
    expect(() => refuseRefunded(february, [voided])).not.toThrow();
  });
});
