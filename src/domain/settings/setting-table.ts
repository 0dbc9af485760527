import { type Day, parseDay } from "../days/calendar.ts";
import { canadianCalendars } from "../days/holidays/canada.ts";
import { isTimezone } from "../days/timezone.ts";
import { parseCurrency } from "../money/currencies.ts";
import { Refusal } from "../refusal.ts";
import { didYouMean, nearest } from "../words/nearest.ts";
import { checkedName } from "../words/text.ts";
import type { SettingValue } from "./setting.ts";

/** One setting, or a family of them where the key has `<names>` in it. */
export interface KnownSetting<
  Value extends SettingValue = SettingValue,
  Usual extends Value | null = Value | null,
> {
  readonly key: string;
  /** What it decides, in one line. */
  readonly meaning: string;
  /** What holds while nothing is set; null for families and for what the machine says. */
  readonly usual: Usual;
  /** Reads a value as it is typed; refuses what will not do. */
  read(text: string, key: string): Value;
  /** Whether a value that was written by hand is of the right sort. */
  is(value: SettingValue): value is Value;
}

/** Every setting that rules look at, by the name they call it; the only home of what is usual. */
export const setting = {
  currency: text("currency", "the currency of amounts that name none", "CAD", parseCurrency),
  timezone: text("timezone", "whose calendar day is today; the system's when not set", null, zone),
  account: text("account", "the account of payments that name none", "Chequing", checkedAccount),
  reminderDays: count("reminder_days", "days ahead in which a cycle is due soon", 5, 365),
  graceDays: count("grace_days", "days past its date before a cycle is missed", 5, 365),
  matchBefore: count("match_before", "days before its date a payment still settles a cycle", 2, 60),
  matchAfter: count("match_after", "days after its date a payment still settles a cycle", 5, 60),
  autoPost: yesOrNo("ledger.auto_post", "whether each confirmation is posted to the ledger", false),
  expenses: text(
    "ledger.expenses",
    "the ledger account above all expenses",
    "Expenses",
    checkedAccount,
  ),
  assets: text("ledger.assets", "the ledger account above all accounts", "Assets", checkedAccount),
  rate: text(
    "fx.<from>.<to>",
    "what one unit of a currency is worth in another",
    null,
    checkedRate,
  ),
  calendar: days("calendars.<name>", "days of rest of a calendar of your own"),
} as const;

/** Every setting there is, in the order they are listed. */
export const settingTable: readonly KnownSetting[] = Object.values(setting);

/** The values that were set, by their keys. */
export type Settings = ReadonlyMap<string, SettingValue>;

/** The value of a setting: as it was set, else what is usual. */
export function settingIn<Value extends SettingValue, Usual extends Value | null>(
  settings: Settings,
  { key, usual, is }: KnownSetting<Value, Usual>,
): Value | Usual {
  const set = settings.get(key);
  return set !== undefined && is(set) ? set : usual;
}

/** The setting a key names, or the family it belongs to; null where nothing reads it. */
export function settingKnown(key: string): KnownSetting | null {
  return settingTable.find((setting) => patternOf(setting.key).test(key)) ?? null;
}

/** The setting a key names; refuses (`not-found`) an unknown key with the nearest. */
export function settingNamed(key: string): KnownSetting {
  const found = settingKnown(key);
  if (found !== null) return found;
  const keys = settingTable.map((setting) => setting.key);
  throw new Refusal(
    "not-found",
    `there is no setting "${key}"`,
    didYouMean(nearest(key, keys)) ?? `There are: ${keys.join(", ")}.`,
  );
}

/** Spells a value as `read` takes it. */
export function settingText(value: SettingValue): string {
  return typeof value === "object" ? value.join(",") : String(value);
}

/** What is wrong with a value that was written by hand into the file, or null. */
export function settingFault(key: string, value: SettingValue): string | null {
  try {
    const meant = settingNamed(key).read(settingText(value), key);
    return JSON.stringify(meant) === JSON.stringify(value)
      ? null
      : `write ${JSON.stringify(meant)}`;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

/** A family's key stands for keys with any plain word in place of each `<name>`. */
function patternOf(key: string): RegExp {
  const parts = key.split(".").map((part) => (part.startsWith("<") ? "[A-Za-z0-9-]{1,40}" : part));
  return new RegExp(`^${parts.join("\\.")}$`);
}

function text<Usual extends string | null>(
  key: string,
  meaning: string,
  usual: Usual,
  read: (text: string, key: string) => string,
): KnownSetting<string, Usual> {
  return { key, meaning, usual, read, is: (value) => typeof value === "string" };
}

function count(
  key: string,
  meaning: string,
  usual: number,
  most: number,
): KnownSetting<number, number> {
  const read = (text: string, named: string) => {
    if (/^\d{1,5}$/.test(text) && Number(text) <= most) return Number(text);
    throw bad(named, text, `a whole number from 0 to ${most}`);
  };
  return { key, meaning, usual, read, is: (value) => typeof value === "number" };
}

function yesOrNo(key: string, meaning: string, usual: boolean): KnownSetting<boolean, boolean> {
  const read = (text: string, named: string) => {
    const word = text.toLowerCase();
    if (["true", "yes", "on"].includes(word)) return true;
    if (["false", "no", "off"].includes(word)) return false;
    throw bad(named, text, "true or false");
  };
  return { key, meaning, usual, read, is: (value) => typeof value === "boolean" };
}

function days(key: string, meaning: string): KnownSetting<readonly Day[], null> {
  const isList = (value: SettingValue): value is readonly Day[] => Array.isArray(value);
  return { key, meaning, usual: null, read: holidays, is: isList };
}

function zone(text: string, key: string): string {
  if (isTimezone(text)) return text;
  throw bad(key, text, "the name of a time zone, such as America/Toronto");
}

function checkedAccount(text: string, key: string): string {
  return checkedName(key, text);
}

/** A rate stays the decimal text it was typed as, so that nothing is lost of it. */
function checkedRate(text: string, key: string): string {
  const [, from = "", to = ""] = key.split(".");
  for (const code of [from, to]) {
    if (parseCurrency(code) !== code) throw bad(key, code, `${parseCurrency(code)} in its key`);
  }
  if (/^\d{1,9}(\.\d{1,10})?$/.test(text) && /[1-9]/.test(text)) return text;
  throw bad(key, text, "a rate above zero, such as 1.37");
}

function holidays(text: string, key: string): readonly Day[] {
  const name = key.slice("calendars.".length);
  if (canadianCalendars.includes(name)) {
    throw new Refusal("bad-value", `the calendar ${name} is built in`, "Choose another name.");
  }
  const days = text.split(/[\s,]+/).filter((word) => word !== "");
  if (days.length === 0) throw bad(key, text, "days, with commas between them");
  return [...new Set(days.map(parseDay))].sort();
}

function bad(key: string, text: string, wanted: string): Refusal {
  return new Refusal("bad-value", `${key} does not take "${text}"`, `Give it ${wanted}.`);
}
