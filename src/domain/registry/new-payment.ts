import { type Day, later } from "../days/calendar.ts";
import { decimalOf, parseAmount } from "../money/money.ts";
import { Refusal } from "../refusal.ts";
import type { Policy } from "../settings/policy.ts";
import { checkedName, checkedText } from "../words/text.ts";
import { usualOwedFrom } from "./owed-from.ts";
import type { Payment, PaymentKind } from "./payment.ts";
import { newTerm, readPrice, type TermDraft } from "./term-draft.ts";

/** What a person says of a new payment. */
export interface PaymentDraft extends TermDraft, Omit<PaymentDetails, "essential"> {
  /** The currency of amounts that name none. */
  readonly currency: string;
  /** Null takes what is usual for the kind. */
  readonly essential: boolean | null;
  readonly autopay_enabled: boolean;
  /** From which day on it is owed unasked; null or absent takes today, less the days of grace. */
  readonly owed_from?: Day | null;
}

/** What is said of a payment besides when and how much; amounts as typed. */
export type PaymentDetails = Pick<
  Payment,
  | "name"
  | "kind"
  | "payee"
  | "account_id"
  | "category"
  | "tags"
  | "essential"
  | "late_fee"
  | "cutoff_days"
  | "trial_ends_on"
  | "notice_days"
  | "url"
  | "phone"
  | "email"
  | "bank_phone"
  | "notes"
>;

/** Makes a payment out of a draft. Refuses what its parts refuse: amounts, days, cadences, texts. */
export function newPayment(
  draft: PaymentDraft,
  stamp: { readonly id: string; readonly now: string },
  today: Day,
  policy: Policy,
): Payment {
  const { currency } = readPrice(draft.amount, draft.currency);
  const term = newTerm(draft, currency, today, policy);
  return {
    id: stamp.id,
    ...checkedDetails(
      { ...draft, essential: draft.essential ?? isEssential(draft.kind) },
      currency,
    ),
    currency,
    terms: [term],
    autopay_enabled: draft.autopay_enabled,
    autopay_verified: false,
    status_changes: [],
    exceptions: {},
    owed_from: later(draft.owed_from ?? usualOwedFrom(today, policy), term.anchor),
    created_at: stamp.now,
    updated_at: stamp.now,
  };
}

/** Checks the texts and amounts of a payment's details and spells them as they are kept. */
export function checkedDetails(details: PaymentDetails, currency: string): PaymentDetails {
  const optional = (what: string, text: string | null) =>
    text === null || text.trim() === "" ? null : checkedName(what, text);
  return {
    name: checkedName("the name", details.name),
    kind: details.kind,
    payee: optional("the payee", details.payee),
    account_id: optional("the account", details.account_id),
    category: optional("the category", details.category),
    tags: [...new Set(details.tags.map((tag) => checkedName("a tag", tag)))],
    essential: details.essential,
    late_fee: details.late_fee === null ? null : checkedFee(details.late_fee, currency),
    cutoff_days: details.cutoff_days,
    trial_ends_on: details.trial_ends_on,
    notice_days: details.notice_days,
    url: optional("the address", details.url),
    phone: optional("the phone number", details.phone),
    email: optional("the e-mail address", details.email),
    bank_phone: optional("the bank's phone number", details.bank_phone),
    notes: checkedText("the notes", details.notes),
  };
}

/** What Shield protects unless told otherwise: what has consequences when it is not paid. */
export function isEssential(kind: PaymentKind): boolean {
  return kind === "bill" || kind === "debt";
}

function checkedFee(text: string, currency: string): string {
  const fee = parseAmount(text, currency);
  if (fee.currency === currency) return decimalOf(fee.minor, currency);
  throw new Refusal(
    "bad-currency",
    `the late fee is in ${fee.currency}, and the payment in ${currency}`,
    `Give what it is in ${currency}.`,
  );
}
