import { anchorFor } from "../days/anchor.ts";
import type { Cadence } from "../days/cadence.ts";
import type { Day } from "../days/calendar.ts";
import { parseDueDay } from "../days/due-day.ts";
import { holidaysOf } from "../days/holidays.ts";
import type { Roll } from "../days/roll.ts";
import { parseRule } from "../days/rule.ts";
import type { Term } from "../days/term.ts";
import type { Decimal } from "../money/decimal.ts";
import { decimalOf, parseAmount } from "../money/money.ts";
import { Refusal } from "../refusal.ts";
import type { Policy } from "../settings/policy.ts";

/** When and for how much something recurs, as a person says it; what was not said is null. */
export interface TermDraft {
  /** `150`, `CAD 150`, an estimate, `~120`, or a range, `80-160`. */
  readonly amount: string;
  readonly cadence: Cadence;
  readonly every: number;
  readonly due_day: string | null;
  readonly start: Day | null;
  readonly rule: string | null;
  readonly roll: Roll;
  readonly calendar: string | null;
  readonly until: Day | null;
  readonly count: number | null;
  /** The amount is an estimate, as `~` before it says too. */
  readonly variable: boolean;
  /** Percent; null takes the usual one of an estimate, and none for any other amount. */
  readonly tolerance: string | null;
}

/** How far an estimate may be off, in percent, where nothing else is said. */
export const usualTolerance: Decimal = "7.5";

/** What something costs. */
export interface Price {
  readonly amount: Decimal;
  readonly amount_min: Decimal | null;
  readonly currency: string;
  readonly isEstimate: boolean;
}

/**
 * Makes a term of a draft; it is in force from its first due day on. Without a start that is the first
 * fitting day from `today` on. A rule needs `loadRules` first. Refuses `bad-cadence`, `bad-amount`, `bad-value`.
 */
export function newTerm(draft: TermDraft, currency: string, today: Day, policy: Policy): Term {
  const pattern = checkedPattern({
    cadence: draft.cadence,
    due_day: draft.due_day === null ? null : parseDueDay(draft.due_day, draft.cadence),
    rule: draft.rule === null ? null : parseRule(draft.rule),
  });
  const holidays = holidaysOf(draft.calendar, policy.calendars);
  const anchor = anchorFor(pattern, draft.start ?? today, holidays);
  const { amount, amount_min, isEstimate } = readPrice(draft.amount, currency);
  const tolerance = draft.tolerance ?? (draft.variable || isEstimate ? usualTolerance : null);
  return checkedTerm({
    from: anchor,
    amount,
    tolerance: tolerance === null ? null : checkedTolerance(tolerance),
    amount_min,
    ...pattern,
    every: draft.every,
    anchor,
    roll: draft.roll,
    calendar: draft.calendar,
    until: draft.until,
    count: draft.count,
  });
}

/** Refuses (`bad-cadence`, `bad-value`) a term that contradicts itself. */
export function checkedTerm(term: Term): Term {
  refuseRepeated(term);
  if (term.until !== null && term.count !== null) {
    throw new Refusal(
      "bad-cadence",
      "an end is either a day or a number of cycles",
      "Leave out --until or --count.",
    );
  }
  if (term.until !== null && term.until < term.anchor) {
    throw new Refusal(
      "bad-cadence",
      `it would end on ${term.until}, before its first day ${term.anchor}`,
      "Give a later --until, or an earlier --start.",
    );
  }
  if (term.tolerance !== null && term.amount_min !== null) {
    throw new Refusal("bad-value", "a range of amounts has no tolerance", "Leave out --tolerance.");
  }
  return term;
}

/** What happens once has no second time to count to, to end before or to be so many months after. */
function refuseRepeated({ cadence, every, until, count }: Term): void {
  if (cadence !== "once" || (every === 1 && until === null && count === null)) return;
  throw new Refusal(
    "bad-cadence",
    "what is paid once does not repeat and has no end",
    "Leave out --every, --until and --count, or give another --cadence.",
  );
}

/** Gives a pattern back; refuses (`bad-cadence`) a rule beside another cadence, and the cadence of a rule without one. */
export function checkedPattern<Pattern extends Pick<Term, "cadence" | "rule">>(
  pattern: Pattern,
): Pattern {
  if ((pattern.cadence === "rule") === (pattern.rule !== null)) return pattern;
  throw new Refusal(
    "bad-cadence",
    "a rule and a cadence exclude each other",
    "Give --rule or --cadence.",
  );
}

/**
 * Reads an amount, an estimate (`~120`) or a range of two (`80-160`), in the currency they name or the one given; refuses
 * (`bad-amount`) what is not above zero.
 */
export function readPrice(text: string, currency: string): Price {
  const isEstimate = /^\s*~/.test(text);
  const [low = "", high, ...more] = text.replace(/^\s*~/, "").split(betweenAmounts);
  const { currency: named } = parseAmount(low, currency);
  const last = parseAmount(high ?? low, named);
  const first = parseAmount(low, last.currency);
  if (first.minor <= 0) {
    throw new Refusal(
      "bad-amount",
      "the amount must be above zero",
      "A cycle that costs nothing is skipped: valhalla skip",
    );
  }
  const isTooMuch = more.length > 0 || (isEstimate && high !== undefined);
  if (isTooMuch || last.currency !== first.currency || last.minor < first.minor) {
    throw new Refusal(
      "bad-amount",
      `"${text}" is no range of amounts`,
      "Write the lower one first, such as 80-160.",
    );
  }
  return {
    amount: decimalOf(last.minor, last.currency),
    amount_min: high === undefined ? null : decimalOf(first.minor, first.currency),
    currency: last.currency,
    isEstimate,
  };
}

const betweenAmounts = /(?<=\d)\s*(?:-|\.\.|–)\s*(?=[\p{Sc}\d])/u;

/** Reads percents: `7.5`, `7.5%`; refuses (`bad-value`) anything but 0 to 100 with two decimals at most. */
export function checkedTolerance(text: string): Decimal {
  const parts = /^(\d{1,3}(?:\.\d{1,2})?)\s*%?$/.exec(text.trim());
  if (parts?.[1] !== undefined && Number(parts[1]) <= 100) return parts[1];
  throw new Refusal(
    "bad-value",
    `"${text}" is no tolerance`,
    "Give percents from 0 to 100, such as 7.5.",
  );
}
