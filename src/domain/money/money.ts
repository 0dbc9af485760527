import { Refusal } from "../refusal.ts";
import { exponentOf, parseCurrency } from "./currencies.ts";
import type { Decimal } from "./decimal.ts";

/** An amount to compute with: whole minor units (1699 is 16.99 CAD), always a safe integer. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

/** Amounts stay below this many major units, whatever the currency. */
export const majorBound = 1_000_000_000_000;

/**
 * Reads what a person types: `150`, `150.00`, `.50`, `$150`, `1,250.00`, `CAD 150`, `150 CAD`.
 * A text that names no currency is in `defaultCurrency`. Refuses (`bad-amount`) more decimals than
 * the currency has, which are never rounded; a comma that may be a decimal one; anything not below
 * 10^12; and a negative amount, unless `signed`.
 */
export function parseAmount(
  text: string,
  defaultCurrency: string,
  options: { readonly signed?: boolean } = {},
): Money {
  const { before, negative, number, after } = splitAmount(text);
  if (before !== "" && after !== "") throw unreadable(text);
  const currency = currencyOfSign(before || after, defaultCurrency);
  const minor = minorOfDigits(plainDigits(number, currency, text), currency, text);
  if (negative && !options.signed) {
    throw new Refusal("bad-amount", `"${text}" is negative`, "Give the amount without a sign.");
  }
  return { minor: negative && minor !== 0 ? -minor : minor, currency };
}

/**
 * The minor units of a kept amount: `"16.99"` CAD is 1699. Takes only the one spelling that
 * `decimalOf` gives and refuses (`damaged`) every other: what is kept was written by this program.
 */
export function minorOf(amount: Decimal, currency: string): number {
  const exponent = exponentOf(currency);
  const point = exponent === 0 ? amount.length : amount.length - exponent - 1;
  const minor = Number(exponent === 0 ? amount : amount.slice(0, point) + amount.slice(point + 1));
  // Cheaper than a pattern, and no spelling but the right one comes back as itself.
  if (Number.isSafeInteger(minor) && decimalOf(minor, currency) === amount) return minor;
  throw new Refusal(
    "damaged",
    `"${amount}" is no amount of ${currency}`,
    `An amount of ${currency} is kept with ${exponent} decimals.`,
  );
}

/** The amount as it is kept and shown: `"16.99"`, JPY `"500"`, KWD `"1.250"`, `"-0.05"`. */
export function decimalOf(minor: number, currency: string): Decimal {
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(minor));
  const sign = minor < 0 ? "-" : "";
  if (exponent === 0) return sign + digits;
  const padded = digits.padStart(exponent + 1, "0");
  return `${sign}${padded.slice(0, -exponent)}.${padded.slice(-exponent)}`;
}

/**
 * The amount a JSON number stands for, by the shortest decimal that reads back as that number, which
 * is how every JSON writer spells it: 16.99 gives `"16.99"`, 16.9 gives `"16.90"`. Refuses
 * (`bad-amount`) as `parseAmount` does; 16.990000000000002 has too many decimals and is not rounded.
 */
export function amountOfNumber(value: number, currency: string): Decimal {
  const text = String(value);
  if (value < 0)
    throw new Refusal("bad-amount", `${text} is negative`, "Give it without the minus sign.");
  const [mantissa = "", power] = text.split("e");
  const plain = power === undefined ? mantissa : withoutPower(mantissa, Number(power));
  return decimalOf(minorOfDigits(plain, currency, text), currency);
}

/** The sum of two amounts of one currency in minor units. Refuses (`bad-amount`) what cannot be counted exactly. */
export function addMinor(one: number, other: number): number {
  const sum = one + other;
  if (Number.isSafeInteger(sum)) return sum;
  throw new Refusal(
    "bad-amount",
    "the sum is too large to be counted exactly",
    "Ask for fewer days or fewer payments at once.",
  );
}

/** The sum per currency, in minor units, in the order the currencies appear; they are never added to each other. */
export function sumByCurrency(
  amounts: Iterable<{ readonly amount: Decimal; readonly currency: string }>,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { amount, currency } of amounts) {
    sums.set(currency, addMinor(sums.get(currency) ?? 0, minorOf(amount, currency)));
  }
  return sums;
}

/** Whether an amount lies within `percent` (`"7.5"`) of what was expected, ends included; exact. */
export function withinTolerance(amount: number, expected: number, percent: Decimal): boolean {
  const [whole = "", decimals = ""] = percent.split(".");
  const difference = BigInt(Math.abs(amount - expected));
  const scale = 100n * 10n ** BigInt(decimals.length);
  return difference * scale <= BigInt(Math.abs(expected)) * BigInt(whole + decimals);
}

function splitAmount(text: string) {
  const parts = /^(-?)([^\d.,\s-]*)\s*(-?)([\d.,]+)\s*([^\d.,\s-]*)$/u.exec(text.trim());
  if (!parts || text.length > 60) throw unreadable(text);
  const [, early = "", before = "", late = "", number = "", after = ""] = parts;
  if (early !== "" && late !== "") throw unreadable(text);
  return { before, negative: early + late !== "", number, after };
}

const dollars =
  "AUD BBD BMD BND BSD BZD CAD CLP COP CUP CVE DOP FJD GYD HKD JMD KYD LRD MXN NAD NZD SBD SGD SRD TTD TWD USD XCD";
const signs: Readonly<Record<string, string>> = {
  $: dollars,
  CA$: "CAD",
  C$: "CAD",
  US$: "USD",
  "€": "EUR",
  "£": "GBP EGP FKP GIP SHP SSP SYP",
  "¥": "JPY CNY",
};

/** A sign shared by several currencies means the default one, where that is among them. */
function currencyOfSign(sign: string, defaultCurrency: string): string {
  if (sign === "") return defaultCurrency;
  const meant = Object.hasOwn(signs, sign.toUpperCase()) ? signs[sign.toUpperCase()] : undefined;
  if (meant === undefined) return parseCurrency(sign);
  const currencies = meant.split(" ");
  if (currencies.includes(defaultCurrency)) return defaultCurrency;
  const [only = "", ...others] = currencies;
  if (others.length === 0 || sign === "£") return only;
  throw new Refusal(
    "bad-currency",
    `"${sign}" may be several currencies, and ${defaultCurrency} is none of them`,
    `Write the three letters, such as 150 ${sign === "$" ? "USD" : only}.`,
  );
}

/** Takes the commas between thousands out; refuses a comma that may stand before decimals. */
function plainDigits(number: string, currency: string, text: string): string {
  if (!number.includes(",")) return number;
  const grouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(number);
  const loneThousand = /^\d{1,3},\d{3}$/.test(number) && exponentOf(currency) === 3;
  if (grouped && !loneThousand) return number.replaceAll(",", "");
  throw new Refusal(
    "bad-amount",
    `"${text}" could be read in two ways`,
    "Write a dot before the decimals and no commas, such as 1250.00.",
  );
}

function minorOfDigits(digits: string, currency: string, text: string): number {
  const parts = /^(\d*)(?:\.(\d+))?$/.exec(digits);
  if (!parts || digits === "") throw unreadable(text);
  const [, whole = "", decimals = ""] = parts;
  const exponent = exponentOf(currency);
  if (decimals.length > exponent) throw tooFine(text, currency, exponent);
  const minor = Number(whole + decimals.padEnd(exponent, "0"));
  if (Number(whole) < majorBound && Number.isSafeInteger(minor)) return minor;
  throw new Refusal(
    "bad-amount",
    `"${text}" is too large`,
    "Amounts stay below 1,000,000,000,000.",
  );
}

/** `1.5e-7` as `0.00000015`: the digits moved, nothing computed. */
function withoutPower(mantissa: string, power: number): string {
  const [whole = "", decimals = ""] = mantissa.split(".");
  if (power >= 0) return `${whole}${decimals.padEnd(power, "0")}`;
  return `0.${"0".repeat(-power - whole.length)}${whole}${decimals}`;
}

function tooFine(text: string, currency: string, exponent: number): Refusal {
  const allowed = exponent === 0 ? "no decimals" : `${exponent} decimals`;
  return new Refusal(
    "bad-amount",
    `"${text}" is finer than ${currency} is`,
    `${currency} has ${allowed}.`,
  );
}

function unreadable(text: string): Refusal {
  return new Refusal(
    "bad-amount",
    `"${text}" is not an amount`,
    "Write it as 150, 150.00 or CAD 150.",
  );
}
