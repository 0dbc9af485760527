import * as z from "zod";
import { type Day, firstDay, parseDay } from "../domain/days/calendar.ts";
import type { Instant } from "../domain/days/instant.ts";
import { type RecurrenceMeant, recurrenceMeant } from "../domain/days/recurrence-meant.ts";
import { readRecurrence } from "../domain/days/recurrence-words.ts";
import type { ForeignPayment, RefusedRow } from "../domain/imports/foreign.ts";
import { foreignAmountIn } from "../domain/imports/foreign-amount.ts";
import { parseCurrency } from "../domain/money/currencies.ts";
import { Refusal } from "../domain/refusal.ts";
import { type PaymentKind, type PaymentStatus, paymentKinds } from "../domain/registry/payment.ts";
import { readInstant } from "./instant.ts";
import {
  beginRow,
  dayOrNull,
  flagOf,
  foreignAmount,
  foreignCount,
  foreignFlag,
  foreignId,
  shortText,
  textOrNull,
  wordOf,
} from "./row.ts";

const schema = z.object({
  id: foreignId.nullish(),
  name: shortText.refine((name) => name.trim() !== "", "is empty"),
  kind: shortText.nullish(),
  payee: shortText.nullish(),
  amount: foreignAmount,
  currency: shortText.nullish(),
  cadence: shortText.nullish(),
  every: foreignCount.nullish(),
  due_day: foreignCount.nullish(),
  renewal_day: foreignCount.nullish(),
  start: shortText.nullish(),
  next_due_override: shortText.nullish(),
  autopay_enabled: foreignFlag.nullish(),
  autopay_verified: foreignFlag.nullish(),
  account_id: shortText.nullish(),
  category: shortText.nullish(),
  tags: z.union([shortText, z.array(shortText)], "must be words").nullish(),
  essential: foreignFlag.nullish(),
  url: shortText.nullish(),
  phone: shortText.nullish(),
  email: shortText.nullish(),
  notes: shortText.nullish(),
  status: shortText.nullish(),
  created_at: shortText.nullish(),
  updated_at: shortText.nullish(),
});
type Raw = z.infer<typeof schema>;

/** The fields a payment of another program may have; any other is passed over and said. */
export const paymentFields: ReadonlySet<string> = new Set(Object.keys(schema.shape));

/** What holds for a payment whose row does not say it. */
export interface PaymentDefaults {
  /** Null where the row has to say it. */
  readonly kind: PaymentKind | null;
  readonly currency: string;
  /** When the file was written, where it says so. */
  readonly written_at: Instant | null;
}

/** Reads a payment of another program; null, with every reason in `refused`, when it cannot be taken. */
export function readForeignPayment(
  row: unknown,
  where: string,
  defaults: PaymentDefaults,
  refused: RefusedRow[],
): ForeignPayment | null {
  const reading = beginRow(schema, row, where, refused);
  if (reading === null) return null;
  const { raw, field } = reading;
  const instant = (text: string | null | undefined) =>
    textOrNull(text) === null ? defaults.written_at : readInstant(text ?? "");
  const currency = field(
    "currency",
    () => parseCurrency(textOrNull(raw.currency) ?? defaults.currency),
    null,
  );
  const created_at = field("created_at", () => instant(raw.created_at), null);
  const payment: ForeignPayment = {
    where,
    id: raw.id ?? null,
    name: raw.name.trim(),
    kind: field(
      "kind",
      () => wordOf(textOrNull(raw.kind) ?? defaults.kind ?? "", paymentKinds),
      "other",
    ),
    payee: textOrNull(raw.payee),
    amount:
      currency === null ? "" : field("amount", () => foreignAmountIn(currency, raw.amount), ""),
    currency: currency ?? "",
    ...recurrence(raw, created_at, field),
    autopay_enabled: field("autopay_enabled", () => flagOf(raw.autopay_enabled, false), false),
    autopay_verified: field("autopay_verified", () => flagOf(raw.autopay_verified, false), false),
    account_id: textOrNull(raw.account_id),
    category: textOrNull(raw.category),
    tags: tagsOf(raw.tags),
    essential: field("essential", () => flagOf(raw.essential, null), null),
    url: textOrNull(raw.url),
    phone: textOrNull(raw.phone),
    email: textOrNull(raw.email),
    notes: (raw.notes ?? "").replaceAll("\r\n", "\n"),
    status: field("status", () => statusOf(textOrNull(raw.status) ?? "active"), "active"),
    created_at,
    updated_at: field("updated_at", () => instant(raw.updated_at), null),
  };
  return reading.isSound ? payment : null;
}

type Field = NonNullable<ReturnType<typeof beginRow<Raw>>>["field"];

function recurrence(raw: Raw, created: Instant | null, field: Field) {
  const start = field("start", () => dayOrNull(raw.start), null);
  const text = textOrNull(raw.cadence) ?? "monthly";
  const begin = start ?? dayOfInstant(created);
  const said = field("cadence", () => recurrenceOf(text, begin), nothingSaid);
  return {
    cadence: said.cadence ?? "monthly",
    every: field("every", () => countOf(raw.every ?? ""), null) ?? said.every ?? 1,
    due_day: field("due_day", () => dueDayBeside(said, raw), null),
    start: said.start ?? start,
    next_due_override: field("next_due_override", () => dayOrNull(raw.next_due_override), null),
  };
}

const nothingSaid: RecurrenceMeant = {};

/** What the words of a cadence mean from a day on. Refuses words that name a day where nothing says when it begins. */
function recurrenceOf(text: string, begin: Day | null): RecurrenceMeant {
  const said = readRecurrence(text);
  if (begin !== null || (said.on === undefined && said.from === undefined)) {
    return recurrenceMeant(said, begin ?? firstDay);
  }
  throw new Refusal(
    "bad-cadence",
    `"${text}" names a day, and nothing says when it begins`,
    "Give it a start, such as 2026-01-15.",
  );
}

/** The due day that the row says, in its own field or with its cadence. */
function dueDayBeside(said: RecurrenceMeant, raw: Raw): string | null {
  const own = dueDayOf(raw.due_day ?? raw.renewal_day ?? "");
  if (own === null || said.due_day === undefined || own === said.due_day) {
    return own ?? said.due_day ?? null;
  }
  throw new Refusal(
    "bad-input-file",
    `the cadence says ${said.due_day}, and the due day ${own}`,
    "Say it once.",
  );
}

const dayOfInstant = (instant: Instant | null): Day | null =>
  instant === null ? null : parseDay(instant.slice(0, 10));

function statusOf(text: string): PaymentStatus {
  const word = text.toLowerCase();
  return wordOf(word === "canceled" ? "cancelled" : word, ["active", "paused", "cancelled"]);
}

function countOf(value: number | string): number | null {
  const text = String(value).trim();
  if (text === "") return null;
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new Refusal(
    "bad-input-file",
    `"${text}" is no number from 1 to 999`,
    "Give a whole number, or nothing.",
  );
}

function dueDayOf(value: number | string): string | null {
  if (typeof value === "string") return textOrNull(value);
  if (Number.isInteger(value) && value >= 1 && value <= 31) return String(value);
  throw new Refusal("bad-input-file", `${value} is no day of a month`, "Give 1 to 31, or last.");
}

function tagsOf(tags: string | readonly string[] | null | undefined): readonly string[] {
  const words = typeof tags === "string" ? tags.split(/[\s,;]+/) : (tags ?? []);
  return words.map((word) => word.trim()).filter((word) => word !== "");
}
