import * as z from "zod";
import { type Cadence, cadences } from "../domain/days/cadence.ts";
import type { Instant } from "../domain/days/instant.ts";
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
    ...recurrence(raw, field),
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
    created_at: field("created_at", () => instant(raw.created_at), null),
    updated_at: field("updated_at", () => instant(raw.updated_at), null),
  };
  return reading.isSound ? payment : null;
}

type Field = NonNullable<ReturnType<typeof beginRow<Raw>>>["field"];

function recurrence(raw: Raw, field: Field) {
  return {
    cadence: field(
      "cadence",
      () => cadenceOf(textOrNull(raw.cadence) ?? "monthly"),
      "monthly" as const,
    ),
    every: field("every", () => countOf(raw.every ?? "") ?? 1, 1),
    due_day: field("due_day", () => dueDayOf(raw.due_day ?? raw.renewal_day ?? ""), null),
    start: field("start", () => dayOrNull(raw.start), null),
    next_due_override: field("next_due_override", () => dayOrNull(raw.next_due_override), null),
  };
}

/** Other words for a cadence that can mean one thing only. */
const cadenceWords: Readonly<Record<string, Cadence>> = {
  "one-time": "once",
  onetime: "once",
  "bi-weekly": "biweekly",
  fortnightly: "biweekly",
  "semi-monthly": "semimonthly",
  "semi-annual": "semiannual",
  semiannually: "semiannual",
  annual: "yearly",
  annually: "yearly",
};

function cadenceOf(text: string): Cadence {
  const word = text.toLowerCase().replace(/[ _]/g, "-");
  const other = Object.hasOwn(cadenceWords, word) ? cadenceWords[word] : undefined;
  return (
    other ??
    wordOf(
      word,
      cadences.filter((cadence) => cadence !== "rule"),
    )
  );
}

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
