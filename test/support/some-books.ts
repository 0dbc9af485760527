import fc from "fast-check";
import type { Confirmation } from "../../src/domain/confirmations/confirmation.ts";
import { dayOfEpoch, epochDay } from "../../src/domain/days/calendar.ts";
import { rolls } from "../../src/domain/days/roll.ts";
import type { Term } from "../../src/domain/days/term.ts";
import { chartOf, postConfirmation } from "../../src/domain/ledger/posting.ts";
import { decimalOf } from "../../src/domain/money/money.ts";
import type { Payment } from "../../src/domain/registry/payment.ts";
import { aConfirmation } from "./a-confirmation.ts";
import { aPayment, aTerm, day } from "./a-payment.ts";
import type { Held } from "./memory-books.ts";

/** Homes of a few payments of every kind, with confirmations, transactions and settings. */
export const someBooks: fc.Arbitrary<Held> = fc
  .tuple(
    fc.array(fc.nat(), { maxLength: 4 }),
    fc.nat(),
    fc.boolean(),
    fc.infiniteStream(fc.nat(9999)),
  )
  .chain(([seeds, reminder, hasCalendar]) =>
    fc.record({
      payments: fc.tuple(...seeds.map((_, index) => somePayment(`pay_${index}`))),
      settings: fc.constant(
        new Map<string, number | readonly string[]>([
          ["reminder_days", reminder % 30],
          ...(hasCalendar ? [["calendars.ours", ["2026-02-16"]] as const] : []),
        ]),
      ),
    }),
  )
  .chain(({ payments, settings }) =>
    fc.tuple(...payments.map((payment) => someConfirmations(payment))).map((lists) => {
      const posted = lists.flat().map((each, index) => {
        const payment = payments.find(({ id }) => id === each.payment_id);
        const stamp = { id: `tx_${each.id}`, now: each.created_at };
        if (index % 2 === 0 || payment === undefined || each.voided_at !== null)
          return { confirmation: each, transactions: [] };
        const { confirmation, transaction } = postConfirmation(
          payment,
          each,
          stamp,
          chartOf(settings),
        );
        return { confirmation, transactions: [transaction] };
      });
      return {
        payments,
        settings,
        confirmations: posted.map(({ confirmation }) => confirmation),
        transactions: posted.flatMap(({ transactions }) => transactions),
      };
    }),
  );

const someDay = fc
  .integer({ min: epochDay(day("2024-01-01")), max: epochDay(day("2026-12-31")) })
  .map(dayOfEpoch);
const someText = fc.oneof(
  fc.constantFrom(
    "",
    "Hydro",
    'a "quote"',
    "=SUM(A1)",
    "é ü 漢字 🏠",
    "a,b;c\td",
    "two\nlines",
    "\u202eback",
  ),
  fc.string({ maxLength: 12 }),
);
const someName = someText.map((text) => `${text.trim().replace(/\s+/g, " ")} bill`);
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const someInstant = someDay.map((each) => `${each}T12:34:56.789Z`);

function somePayment(id: string): fc.Arbitrary<Payment> {
  const currency = fc.constantFrom("CAD", "JPY", "KWD", "CLF");
  return currency.chain((code) =>
    fc
      .record({
        name: someName,
        kind: fc.constantFrom("bill", "subscription", "debt", "other"),
        payee: orNull(someText),
        terms: fc.uniqueArray(someTerm(code), {
          minLength: 1,
          maxLength: 3,
          selector: ({ from }) => from,
        }),
        ...{
          autopay_enabled: fc.boolean(),
          autopay_verified: fc.boolean(),
          essential: fc.boolean(),
        },
        ...{ account_id: orNull(someText), category: orNull(someText), url: orNull(someText) },
        tags: fc.array(someText, { maxLength: 3 }),
        late_fee: orNull(someAmount(code)),
        cutoff_days: orNull(fc.nat(90)),
        trial_ends_on: orNull(someDay),
        notes: someText,
        status_changes: fc.array(
          fc.record({ status: fc.constantFrom("active", "paused", "cancelled"), on: someDay }),
          { maxLength: 2 },
        ),
        exceptions: fc.dictionary(
          someDay,
          fc.record(
            {
              skipped: fc.constant(true as const),
              moved_to: someDay,
              expected: someAmount(code),
              failures: fc.array(fc.record({ on: someDay, reason: fc.constant("nsf") }), {
                maxLength: 2,
              }),
            },
            { requiredKeys: [] },
          ),
          { maxKeys: 3, noNullPrototype: true },
        ),
        created_at: someInstant,
        updated_at: someInstant,
      })
      .map(({ terms, ...part }) => ({
        ...aPayment({ ...part, id, currency: code }),
        terms: terms.sort((one, other) => (one.from < other.from ? -1 : 1)),
      })),
  );
}

function someTerm(currency: string): fc.Arbitrary<Term> {
  const cadence = fc.constantFrom(
    "once",
    "daily",
    "weekly",
    "biweekly",
    "monthly",
    "quarterly",
    "yearly",
    "rule",
  );
  return fc
    .tuple(
      fc.record({
        ...{ from: someDay, anchor: someDay, cadence, amount: someAmount(currency) },
        every: fc.integer({ min: 1, max: 4 }),
        roll: fc.constantFrom(...rolls),
        calendar: orNull(fc.constantFrom("CA", "CA-ON")),
        count: orNull(fc.integer({ min: 1, max: 20 })),
        tolerance: orNull(fc.constantFrom("0", "7.5", "12.25")),
      }),
      fc.constantFrom("15", "last", "2tue", null),
    )
    .map(([part, due_day]) => {
      if (part.cadence === "rule")
        return aTerm({ ...part, rule: "FREQ=MONTHLY;BYMONTHDAY=13", count: null });
      if (part.cadence === "once") return aTerm({ ...part, due_day, every: 1, count: null });
      const takesDueDay = ["monthly", "quarterly", "yearly"].includes(part.cadence);
      return aTerm({ ...part, due_day: takesDueDay ? due_day : null });
    });
}

function someAmount(currency: string): fc.Arbitrary<string> {
  return fc.integer({ min: 1, max: 10_000_000 }).map((minor) => decimalOf(minor, currency));
}

function someConfirmations(payment: Payment): fc.Arbitrary<Confirmation[]> {
  const one = fc.record({
    ...{ cycle: orNull(someDay), paid_on: someDay, amount: someAmount(payment.currency) },
    expected: orNull(someAmount(payment.currency)),
    ...{ ref: orNull(someText), notes: someText, method: fc.constantFrom("PAD", "CARD", "barter") },
    source: fc.constantFrom("manual", "import", "bank", "agent"),
    created_at: someInstant,
    voided_at: orNull(someInstant),
  });
  return fc.array(one, { maxLength: 5 }).map((list) =>
    list.map((part, index) =>
      aConfirmation({
        ...{ ...part, id: `pc_${payment.id}_${index}`, payment_id: payment.id },
        currency: payment.currency,
      }),
    ),
  );
}
