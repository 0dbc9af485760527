import { currenciesListedOn } from "../domain/money/currencies.ts";
import { exitMeanings } from "../exit-code.ts";
import { columnLines, paragraphs } from "./columns.ts";
import type { topicNames } from "./topic-names.ts";

/** A thing worth explaining apart from any command. */
export interface Topic {
  readonly name: (typeof topicNames)[number];
  /** What it answers, in a few words. */
  readonly about: string;
  readonly text: string;
}

/** Every topic of `help` whose text is always the same. */
export const helpTopics: readonly Topic[] = [
  topic(
    "days",
    "how days are written: in flags, at questions and in a line of add",
    rows(
      ["2026-02-05", "a full day; 2026/2/5 too."],
      [
        "feb 5, 5 feb",
        "that day of the year; february 5th, 5-feb and 02-05 (month, then day) too.",
      ],
      ["5, 5th", "that day of the month, where a month has it."],
      ["last", "the last day of the month; end of month and end of feb too."],
      ["friday, fri", "that weekday; today, where today is one."],
      ["last friday", "the one before today, never today; next friday is the one after."],
      ["yesterday", "today, tomorrow, the day before yesterday."],
      ["3 days ago", "a week ago, in 2 weeks, in a month."],
    ),
    "Of the days that are meant by 5, feb 5 or friday, a flag takes the first from today on. The day something was paid (confirm --on) is the latest up to today, and --cycle is the payment's own cycle nearest today, an open one before those that are settled. Two words are for one flag only: confirm --on due is the day the cycle is due, and --cycle next is the next open one.",
    "What reads two ways is refused, with each of them: 02/05, 2/5/2026, 05-02-26. Years are 1900 to 2199 and have four digits. --today takes full days only.",
  ),
  topic(
    "cadence",
    "when a payment is due: cadences, days of the month, business days",
    "Every cycle is counted from the first one, never from the one before: monthly from 2026-01-31 falls on 02-28, 03-31, 04-30. Yearly from 2024-02-29 falls on 02-28 in common years.",
    rows(
      [
        "--cadence",
        "once, daily, weekly, biweekly, semimonthly, monthly, bimonthly, quarterly, semiannual, yearly. --every 2 takes each second one. The same in other words, here as in a line of add and in files: per month, /yr, every 2 weeks, every other friday, twice a month on 1 and 15, yearly on march 15, last friday of the month.",
      ],
      ["--rule", "an RFC 5545 rule, for what no cadence says."],
      [
        "--due-day",
        "15 (a short month takes its last day), last, 2tue or 2nd tuesday, lastfri, 3business, lastbusiness; two of them for semimonthly: 15,last. Weekly cadences take their weekday from --start.",
      ],
      ["--start", "the first day. Without it, the first due day that is today or later."],
      [
        "--roll",
        "preceding, following or modified-following moves a date that is no business day: a Saturday, a Sunday, a holiday of --calendar (CA, CA-ON, ... or a list of your own). The cycle keeps its name: that of 2026-01-31 may be due on 2026-02-02.",
      ],
      ["--until, --count", "the end, by its day or after so many cycles, skipped ones too."],
    ),
  ),
  topic(
    "money",
    "how amounts are written and kept",
    'Write 150, 150.00, $150, 1,250.00, CAD 150 or 150 CAD. What a payment costs may be an estimate, ~120, or a range, 80-160. An amount without a currency is in that of the payment, or for a new one in that of "config currency".',
    "Amounts are whole numbers of the smallest unit inside, and decimal text with a currency on disk and in JSON, where amount_minor is the same as a whole number. More decimals than the currency has are refused, never rounded. An amount is below 1,000,000,000,000. Totals are given per currency and never added across currencies.",
    `The currencies are those of ISO 4217 as of ${currenciesListedOn}.`,
  ),
  topic(
    "matching",
    "which cycle a confirmation settles",
    "With --cycle DAY, that one, however early or late. Otherwise:",
    rows(
      [
        "1.",
        "the open cycle whose window holds the day it was paid, from 2 days before its date to 5 days after (match_before and match_after in config; for weekly payments 2 and 3, so that no two windows meet). The nearest goes first, the earlier one on a tie;",
      ],
      ["2.", "else the oldest open cycle that is due;"],
      [
        "3.",
        "else nothing is owed, and it is refused: a retry never pays a second month. Say --cycle or --early.",
      ],
    ),
    "A cycle is paid when what was confirmed reaches what was expected, or when one confirmation falls within the tolerance of an estimate. Its expected amount is fixed by its first confirmation.",
  ),
  topic(
    "files",
    "what is kept in the home, and which of it is the truth",
    "The home is ~/.valhalla; --home or VALHALLA_HOME names another.",
    rows(
      ["audit_log/", "the journal, a line a change, each sealed to the one before: the only truth"],
      ["payments/", "the registry, a payment a line"],
      ["pay_confirm/", "confirmations, a file a month of their cycle"],
      ["ledger/", "transactions, a file a month"],
      ["lookups/", "what single questions need, to find it at once"],
      ["views.json", "how far the files above follow the journal"],
      ["config.json", "your settings; edit it as you like"],
    ),
    "All but the journal and config.json can be made again. Files are readable by you alone. A file edited by hand is noticed and kept beside. To keep a copy, copy the folder, or: valhalla export -o FILE",
  ),
  topic(
    "json",
    "output for scripts",
    "--json works on every command. A list is a bare array, a report an object; keys are always there, null when unknown, in snake_case; keys may be added in later versions, never removed. Days are YYYY-MM-DD, moments end in Z. Amounts are text; amount_minor is exact to sum.",
    'Errors are {"error":{"code","message","hint"}} on stderr. Each change answers with seq and hash, its receipt for "audit verify". The shape of everything: valhalla schema',
    "Every command that changes something takes --dry-run, which shows the change and keeps nothing, and --key K: a second time the same key gives the first answer and changes nothing, and for anything else it is refused. So a script may try again.",
  ),
  topic(
    "environment",
    "the variables that are heeded",
    rows(
      ["VALHALLA_HOME", "the home, where --home does not say"],
      ["VALHALLA_TODAY", "the day taken for today, where --today does not say"],
      ["VALHALLA_ACTOR", "who the audit names; the user's own name otherwise"],
      ["NO_COLOR", "no colours, whatever it is set to"],
      ["FORCE_COLOR", "colours even into a pipe; 0 for none"],
      ["TERM", "dumb means no colours"],
    ),
    "Flags go first, then the environment, then config.json, then what is usual.",
  ),
  topic(
    "exit-codes",
    "what the program ends with",
    columnLines(Object.entries(exitMeanings)).join("\n"),
  ),
];

function topic(name: Topic["name"], about: string, ...texts: readonly string[]): Topic {
  return { name, about, text: paragraphs(...texts) };
}

function rows(...pairs: readonly (readonly [string, string])[]): string {
  return columnLines(pairs).join("\n");
}
