import { beforeAll, describe, expect, test } from "vitest";
import { loadRules } from "../../../src/domain/days/rule.ts";
import { newPayment, type PaymentDraft } from "../../../src/domain/registry/new-payment.ts";
import { readPrice } from "../../../src/domain/registry/term-draft.ts";
import { usualDraft } from "../../../src/domain/registry/usual-draft.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { day } from "../../support/a-payment.ts";
import { refusalOf } from "../../support/refusal.ts";
import { table } from "../../support/table.ts";

beforeAll(loadRules);

const draft: PaymentDraft = {
  ...usualDraft,
  name: "Hydro",
  amount: "150",
  currency: "CAD",
  due_day: "15",
};

const made = (part: Partial<PaymentDraft>) =>
  newPayment(
    { ...draft, ...part },
    { id: "pay_1", now: "2026-01-20T12:00:00.000Z" },
    day("2026-01-20"),
    defaultPolicy,
  );

test("a new payment begins on the first due day on or after today", () => {
  expect(made({})).toEqual({
    id: "pay_1",
    name: "Hydro",
    kind: "bill",
    payee: null,
    currency: "CAD",
    terms: [
      {
        from: "2026-02-15",
        amount: "150.00",
        tolerance: null,
        amount_min: null,
        cadence: "monthly",
        every: 1,
        anchor: "2026-02-15",
        due_day: "15",
        rule: null,
        roll: "none",
        calendar: null,
        until: null,
        count: null,
      },
    ],
    autopay_enabled: false,
    autopay_verified: false,
    account_id: null,
    category: null,
    tags: [],
    essential: true,
    late_fee: null,
    cutoff_days: null,
    trial_ends_on: null,
    notice_days: null,
    url: null,
    phone: null,
    email: null,
    bank_phone: null,
    notes: "",
    status_changes: [],
    exceptions: {},
    owed_from: "2026-02-15",
    created_at: "2026-01-20T12:00:00.000Z",
    updated_at: "2026-01-20T12:00:00.000Z",
  });
});

test.each(
  table<"why" | "start" | "said" | "from">(`
    why                                  | start      | said       | from
    begun long ago: today less the grace | 2020-01-01 |            | 2026-01-15
    as it was said                       | 2020-01-01 | 2025-06-01 | 2025-06-01
    never before its first due day       | 2026-01-18 | 2020-01-01 | 2026-01-18
  `),
)("from when on it is owed: $why", ({ start, said, from }) => {
  const owed_from = said === "" ? null : day(said);
  expect(made({ due_day: null, start: day(start), owed_from }).owed_from).toBe(from);
});

test.each(
  table<"kind" | "essential">(`
    kind         | essential
    bill         | true
    debt         | true
    subscription | false
    other        | false
  `),
)("what Shield protects of a $kind by itself: $essential", ({ kind, essential }) => {
  const kinds = ["bill", "debt", "subscription", "other"] as const;
  const meant = kinds.find((each) => each === kind) ?? "bill";
  expect(made({ kind: meant }).essential).toBe(essential === "true");
  expect(made({ kind: meant, essential: true }).essential).toBe(true);
  expect(made({ kind: meant, essential: false }).essential).toBe(false);
});

test("texts are kept without what is around them, and empty ones are not kept", () => {
  const payment = made({
    name: "  Hydro \n One ",
    payee: " ",
    category: " Home ",
    tags: ["a", " a ", "b"],
    notes: " two\nlines ",
    late_fee: "12.5",
  });
  expect(payment).toMatchObject({
    name: "Hydro One",
    payee: null,
    category: "Home",
    tags: ["a", "b"],
    notes: "two\nlines",
    late_fee: "12.50",
  });
});

test("the amount names the currency of the payment", () => {
  const payment = made({ amount: "1500 JPY", late_fee: "100" });
  expect(payment).toMatchObject({ currency: "JPY", late_fee: "100", terms: [{ amount: "1500" }] });
});

describe("what contradicts itself is refused", () => {
  const cases: [string, Partial<PaymentDraft>, string][] = [
    ["no amount", { amount: "0" }, "bad-amount"],
    ["finer than the currency", { amount: "1.001" }, "bad-amount"],
    ["two ends", { until: day("2027-01-01"), count: 3 }, "bad-cadence"],
    ["an end before the start", { until: day("2026-02-01") }, "bad-cadence"],
    ["once with a number of cycles", { cadence: "once", count: 3 }, "bad-cadence"],
    ["once with an end", { cadence: "once", until: day("2027-01-01") }, "bad-cadence"],
    ["once every second time", { cadence: "once", every: 2 }, "bad-cadence"],
    ["a rule and a cadence", { due_day: null, rule: "FREQ=DAILY" }, "bad-cadence"],
    ["the cadence of a rule without one", { due_day: null, cadence: "rule" }, "bad-cadence"],
    ["a due day of a week", { cadence: "weekly" }, "bad-cadence"],
    ["a range that is an estimate", { amount: "80-160", variable: true }, "bad-value"],
    ["a tolerance of a range", { amount: "80-160", tolerance: "5" }, "bad-value"],
    ["a tolerance above all", { tolerance: "100.01" }, "bad-value"],
    ["a tolerance below nothing", { tolerance: "-1" }, "bad-value"],
    ["an empty name", { name: " " }, "bad-value"],
    ["a name that controls a terminal", { name: "a\u001b[2Jb" }, "bad-value"],
    ["a tag of nothing", { tags: [""] }, "bad-value"],
    ["a very long note", { notes: "x".repeat(501) }, "bad-value"],
    ["a calendar that is not there", { calendar: "CA-XX" }, "bad-value"],
  ];
  test.each(cases)("%s", (_why, part, code) => {
    expect(refusalOf(() => made(part)).code).toBe(code);
  });
});

test.each(
  table<"amount" | "variable" | "tolerance" | "kept">(`
    amount | variable | tolerance | kept
    120    |          |           |
    ~120   |          |           | 7.5
    120    | yes      |           | 7.5
    ~120   | yes      | 10        | 10
    120    |          | 0         | 0
  `),
)("the tolerance of $amount ($variable, $tolerance) is $kept", (row) => {
  const variable = row.variable === "yes";
  const tolerance = row.tolerance || null;
  const [term] = made({ amount: row.amount, variable, tolerance }).terms;
  expect(term?.tolerance).toBe(row.kept || null);
});

describe("readPrice", () => {
  test.each(
    table<"text" | "amount" | "min" | "currency">(`
      text         | amount  | min    | currency
      150          | 150.00  |        | CAD
      $80 - $160   | 160.00  | 80.00  | CAD
      80-160       | 160.00  | 80.00  | CAD
      80..160.50   | 160.50  | 80.00  | CAD
      80–160       | 160.00  | 80.00  | CAD
      USD 80-160   | 160.00  | 80.00  | USD
      80-160 usd   | 160.00  | 80.00  | USD
      €80-€160     | 160.00  | 80.00  | EUR
      80-80        | 80.00   | 80.00  | CAD
    `),
  )("$text", ({ text, amount, min, currency }) => {
    expect(readPrice(text, "CAD")).toEqual({
      ...{ amount, amount_min: min || null, currency },
      isEstimate: false,
    });
  });

  test.each(["~120", " ~ $120 ", "~CAD 120"])("%s is an estimate", (text) => {
    expect(readPrice(text, "CAD")).toEqual({
      ...{ amount: "120.00", amount_min: null, currency: "CAD" },
      isEstimate: true,
    });
  });

  test.each([
    "160-80",
    "0-80",
    "-80",
    "80-",
    "80-160-200",
    "free",
    "80 CAD-160 USD",
    "~80-160",
    "~~5",
    "~",
    "5~",
  ])("not %s", (text) => {
    expect(refusalOf(() => readPrice(text, "CAD")).code).toMatch(/^bad-(amount|currency)$/);
  });
});
