import { type Day, parseDay } from "../../src/domain/days/calendar.ts";
import type { Term } from "../../src/domain/days/term.ts";
import type { Payment } from "../../src/domain/registry/payment.ts";

/** What a test says of a payment: anything of the record, or of its first term. */
export type PaymentPart = Partial<Payment> & Partial<Term> & { readonly start?: string };

/** A bill of 150 CAD, due monthly on the 15th from January 2026, but for what is said. */
export function aPayment(part: PaymentPart = {}): Payment {
  const { from, amount, tolerance, amount_min, start, anchor, cadence, every, ...more } = part;
  const { due_day, rule, roll, calendar, until, count, ...details } = more;
  const said = { from, amount, tolerance, amount_min, cadence, every };
  const first = start === undefined ? anchor : day(start);
  const term = { ...said, anchor: first, due_day, rule, roll, calendar, until, count };
  return { ...usualPayment, terms: [aTerm(term)], ...details };
}

/** A term of 150, monthly from 2026-01-15, but for what is said; in force from its anchor on. */
export function aTerm(part: { readonly [Key in keyof Term]?: Term[Key] | undefined } = {}): Term {
  const { anchor = day("2026-01-15"), from = anchor, amount = "150.00" } = part;
  const { tolerance = null, amount_min = null, cadence = "monthly", every = 1 } = part;
  const { due_day = null, rule = null, roll = "none", calendar = null } = part;
  const { until = null, count = null } = part;
  const price = { from, amount, tolerance, amount_min };
  return { ...price, cadence, every, anchor, due_day, rule, roll, calendar, until, count };
}

/** A day, shortly. */
export const day = (text: string): Day => parseDay(text);

const usualPayment: Omit<Payment, "terms"> = {
  id: "pay_hydro",
  name: "Hydro",
  kind: "bill",
  payee: null,
  currency: "CAD",
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
  created_at: "2026-01-01T12:00:00.000Z",
  updated_at: "2026-01-01T12:00:00.000Z",
};
