import { currencyExponents } from "../money/currencies.ts";
import { Refusal } from "../refusal.ts";
import { longestText } from "../words/text.ts";

/** A line that says a payment, cut at its amount. */
export interface CaptureLine {
  readonly name: string;
  /** As `readPrice` takes it. */
  readonly amount: string;
  /** What follows the amount. */
  readonly rest: string;
}

/**
 * Cuts a line at the first amount that a name stands before: `internet 85 monthly`, `Netflix 4K 9.99 usd/mo`,
 * `hydro ~120`, `gas about 80`, `water CAD 80-160`. Refuses (`usage`) a line without one, a name that still holds
 * something like money, and one that ends in what may be a currency (`hair gel 12`).
 */
export function cutLine(line: string): CaptureLine {
  if (line.length > longestText) throw tooLong();
  const { groups } = shape.exec(line.trim()) ?? {};
  if (groups === undefined) throw withoutAmount(line);
  const { name = "", about, amount = "", code = "", rest = "" } = groups;
  refuseMoneyIn(name);
  refuseCurrencyWord(name, amount);
  const spaced = code === "" ? "" : ` ${code.toUpperCase()}`;
  return {
    name,
    amount: (about === undefined ? "" : "~") + amount + spaced,
    rest: rest.replace(/^[,\s]+/, ""),
  };
}

/** The name and the amount where a command line gives them apart, and nothing else; null where its words are a line. */
export function nameAndAmount(words: readonly string[]): Omit<CaptureLine, "rest"> | null {
  const [name, amount, ...more] = words;
  if (name === undefined || amount === undefined || more.length > 0) return null;
  const follows = amount.length > longestText ? "" : shape.exec(`x ${amount}`)?.groups?.["rest"];
  // A word that looks like a currency is for the amount to refuse.
  return /^(?: [A-Z]{3})?$/.test(follows ?? "") ? { name, amount } : null;
}

const codes = [...currencyExponents.keys()].join("|");
const number = String.raw`(?:\d(?:[\d.,]*\d)?|\.\d+)`;
const sign = String.raw`(?:[a-z]{0,2}\p{Sc} ?)`;
const price = `(?:${sign}|(?:${codes}) ?)?${number}`;
const between = "(?: ?[-–] ?|\\.\\.)";

const shape = new RegExp(
  `^(?<name>.*?\\D.*?)\\s+(?<about>~ ?|about |around )?(?<amount>${price}(?:${between}${price})?(?: ?\\p{Sc})?)(?: ?(?<code>${codes}))?(?=$|[\\s,/])(?<rest>.*)$`,
  "iu",
);

const money = new RegExp(
  `~ ?\\d|\\p{Sc} ?\\d|\\d ?\\p{Sc}|\\d[.,]\\d\\d(?!\\d)|\\d ?(?:${codes})\\b|\\b(?:${codes}) ?\\d|\\d ?/ ?[a-z]`,
  "iu",
);

function refuseMoneyIn(name: string): void {
  const [found] = money.exec(name) ?? [];
  if (found === undefined) return;
  throw new Refusal(
    "usage",
    `the name "${name}" holds something like an amount`,
    `Write the name, then one amount; or give the name apart: valhalla add "${name}" 85`,
  );
}

/** A code in small letters before the amount may as well be a word of the name. */
function refuseCurrencyWord(name: string, amount: string): void {
  const [, word = "", figure = ""] = /^([a-z]{3}) ?([\d.,–-]+)$/.exec(amount) ?? [];
  if (word === "") return;
  const code = word.toUpperCase();
  throw new Refusal(
    "usage",
    `"${word} ${figure}" reads two ways: an amount in ${code}, and a word of the name`,
    `Write ${code} ${figure}; or give the name apart: valhalla add "${name} ${word}" ${figure}`,
  );
}

function tooLong(): Refusal {
  return new Refusal(
    "usage",
    `a line has at most ${longestText} characters`,
    "Say the rest with flags: valhalla add --help",
  );
}

function withoutAmount(line: string): Refusal {
  return new Refusal(
    "usage",
    `"${line}" names no amount`,
    "Write the name, then the amount: valhalla add Hydro 150 --due-day 15",
  );
}
