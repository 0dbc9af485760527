import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { methodOf } from "../../../src/domain/confirmations/method.ts";
import {
  balancesOf,
  chartOf,
  postConfirmation,
  reversalOf,
} from "../../../src/domain/ledger/posting.ts";
import { decimalOf, minorOf } from "../../../src/domain/money/money.ts";
import { checkedName, checkedText } from "../../../src/domain/words/text.ts";
import { aConfirmation } from "../../support/a-confirmation.ts";
import { aPayment, day } from "../../support/a-payment.ts";
import { refusalOf } from "../../support/refusal.ts";
import { table } from "../../support/table.ts";

const chart = chartOf(new Map());
const stamp = { id: "tx_1", now: "2026-01-15T12:00:00.000Z" };
const accounts = (payment: ReturnType<typeof aPayment>, names = chart): string[] =>
  postConfirmation(payment, aConfirmation(), stamp, names).transaction.postings.map(
    ({ account, amount }) => `${account} ${amount}`,
  );

describe("a confirmation is posted", () => {
  test("as a balanced transaction, linked both ways", () => {
    const confirmation = aConfirmation({ id: "pc_1", paid_on: "2026-01-16" });
    const payment = aPayment({ payee: "Hydro One" });
    expect(postConfirmation(payment, confirmation, stamp, chart)).toEqual({
      confirmation: { ...confirmation, transaction_id: "tx_1" },
      transaction: {
        id: "tx_1",
        date: "2026-01-16",
        description: "Hydro One",
        postings: [
          { account: "Expenses:Bills:Hydro", amount: "150.00", currency: "CAD" },
          { account: "Assets:Chequing", amount: "-150.00", currency: "CAD" },
        ],
        confirmation_id: "pc_1",
        reverses: null,
        created_at: "2026-01-15T12:00:00.000Z",
      },
    });
  });

  test.each(
    table<"kind" | "account">(`
      kind         | account
      bill         | Expenses:Bills:Hydro 150.00
      subscription | Expenses:Subscriptions:Hydro 150.00
      debt         | Expenses:Debts:Hydro 150.00
      other        | Expenses:Other:Hydro 150.00
    `),
  )("by its kind: $kind", ({ kind, account }) => {
    const kinds = ["bill", "subscription", "debt", "other"] as const;
    const meant = kinds.find((each) => each === kind) ?? "bill";
    expect(accounts(aPayment({ kind: meant }))[0]).toBe(account);
  });

  test("by its category and account, and by the household's names", () => {
    const own = chartOf(
      new Map([
        ["ledger.expenses", "Equity:Out"],
        ["ledger.assets", "Money"],
        ["account", "Joint"],
      ]),
    );
    expect(accounts(aPayment({ category: "Home" }), own)).toEqual([
      "Equity:Out:Home:Hydro 150.00",
      "Money:Joint -150.00",
    ]);
    expect(accounts(aPayment({ account_id: "Visa" }), own)[1]).toBe("Money:Visa -150.00");
  });

  test("under names that no ledger could misread", () => {
    expect(accounts(aPayment({ name: "a:b  c;d" }))[0]).toBe("Expenses:Bills:a-b c,d 150.00");
  });

  test("once", () => {
    const posted = aConfirmation({ transaction_id: "tx_0" });
    expect(refusalOf(() => postConfirmation(aPayment(), posted, stamp, chart)).code).toBe(
      "already-done",
    );
    const voided = aConfirmation({ voided_at: "2026-01-16T12:00:00.000Z" });
    expect(refusalOf(() => postConfirmation(aPayment(), voided, stamp, chart)).code).toBe(
      "not-allowed",
    );
  });
});

test("a transaction and its reversal leave nothing in any account, whatever the currency", () => {
  const amounts = fc.record({
    minor: fc.integer({ min: 1, max: 1_000_000_000 }),
    currency: fc.constantFrom("CAD", "JPY", "KWD"),
  });
  fc.assert(
    fc.property(amounts, ({ minor, currency }) => {
      const amount = decimalOf(minor, currency);
      const { transaction } = postConfirmation(
        aPayment({ currency }),
        aConfirmation({ amount, currency }),
        stamp,
        chart,
      );
      const sum = transaction.postings.reduce(
        (all, each) => all + minorOf(each.amount, currency),
        0,
      );
      expect(sum).toBe(0);
      const back = reversalOf(transaction, { ...stamp, id: "tx_2" }, day("2026-02-01"));
      expect(back).toMatchObject({ id: "tx_2", date: "2026-02-01", reverses: "tx_1" });
      const balances = balancesOf([transaction, back]);
      expect(balances.map((each) => each.amount_minor)).toEqual([0, 0]);
    }),
    { numRuns: 1000 },
  );
});

test("balances are sums per account and currency, in order", () => {
  const post = (currency: string, amount: string) =>
    postConfirmation(aPayment({ currency }), aConfirmation({ amount, currency }), stamp, chart)
      .transaction;
  const balances = balancesOf([post("USD", "10.00"), post("CAD", "1.50"), post("CAD", "2.25")]);
  expect(balances).toEqual([
    { account: "Assets:Chequing", amount: "-3.75", amount_minor: -375, currency: "CAD" },
    { account: "Assets:Chequing", amount: "-10.00", amount_minor: -1000, currency: "USD" },
    { account: "Expenses:Bills:Hydro", amount: "3.75", amount_minor: 375, currency: "CAD" },
    { account: "Expenses:Bills:Hydro", amount: "10.00", amount_minor: 1000, currency: "USD" },
  ]);
});

test.each(
  table<"typed" | "method">(`
    typed       | method
    pad         | PAD
    e-transfer  | ETRANSFER
    eTransfer   | ETRANSFER
     cheque     | CHEQUE
    my brother  | my brother
  `),
)("the method $typed is kept as $method", ({ typed, method }) => {
  expect(methodOf(typed)).toBe(method);
});

test("texts: trimmed, bounded, and without control characters", () => {
  expect(checkedText("it", " a\n\tb ")).toBe("a\n\tb");
  expect(checkedText("it", "")).toBe("");
  expect(checkedText("it", "x".repeat(500))).toHaveLength(500);
  expect(checkedName("it", "a \n b")).toBe("a b");
  expect(checkedName("it", "家賃 👍🏽")).toBe("家賃 👍🏽");
  for (const text of ["\u0000", "a\u001bb", "a\u007fb", "a\rb", "\ud800", "x".repeat(501)]) {
    expect(refusalOf(() => checkedText("it", text)).code).toBe("bad-value");
  }
  expect(refusalOf(() => checkedName("it", " \n ")).message).toBe("it is empty");
  expect(refusalOf(() => methodOf(" ")).code).toBe("bad-value");
});
