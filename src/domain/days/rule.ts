import { type Day, parseDay, type Span } from "./calendar.ts";
import { canonicalRule, notARule } from "./rule-parts.ts";

type Engine = typeof import("rrule-temporal");
let engine: Engine | null = null;

/** Thrown where a rule is met before `loadRules` was called: load them and try again. */
export class RulesNotLoaded extends Error {
  override readonly name = "RulesNotLoaded";
}

/**
 * Loads the engine of RFC 5545 rules; the functions of this file need it first. It is large, so only
 * those who meet a `--rule` or a term of cadence `rule` load it. Loading it again costs nothing.
 */
export async function loadRules(): Promise<void> {
  engine = await import("rrule-temporal");
}

/**
 * Lists the days of a rule counted from `anchor` that lie within `span`, oldest first; at most `count`
 * days from the anchor on, where it is not null.
 *
 * As RFC 5545 has it, an anchor that does not match the rule is no day of it, and a month or year
 * without the day asked for is passed over. A rule that never matches gives none: only the span is searched.
 */
export function ruleDays(rule: string, anchor: Day, span: Span, count: number | null): Day[] {
  if (span.from > span.to) return [];
  return engineFor(rule, anchor, count)
    .between(midnight(span.from), midnight(span.to), true)
    .map((moment) => parseDay(moment.toString().slice(0, 10)));
}

/**
 * Reads an RFC 5545 RRULE and gives it in the form that is kept: capitals, parts in one order, no
 * `RRULE:` before it. Refuses `bad-cadence` what RFC 5545 does, anything finer than a day, and a
 * DTSTART: the first day is said with `--start`. The time of day of an UNTIL is dropped.
 */
export function parseRule(text: string): string {
  const rule = canonicalRule(text);
  const { RRuleTemporal } = loaded();
  try {
    new RRuleTemporal({
      rruleString: written(rule, parseDay("2000-01-01")),
      strict: true,
    });
  } catch (error) {
    throw notARule(text, error instanceof Error ? error.message : String(error));
  }
  return rule;
}

function engineFor(rule: string, anchor: Day, count: number | null) {
  return new (loaded().RRuleTemporal)({
    rruleString: written(count === null ? rule : withCount(rule, count), anchor),
    cache: false,
    // More than the days there are, so that the engine gives up at the end of the span, not before.
    maxIterations: 200_000,
  });
}

function loaded(): Engine {
  if (engine === null) throw new RulesNotLoaded();
  return engine;
}

const written = (rule: string, anchor: Day): string =>
  `DTSTART;VALUE=DATE:${anchor.replaceAll("-", "")}\nRRULE:${rule}`;

function withCount(rule: string, count: number): string {
  const own = /;COUNT=(\d+)/.exec(rule)?.[1];
  const least = own === undefined ? count : Math.min(Number(own), count);
  return `${rule.replace(/;COUNT=\d+/, "")};COUNT=${least}`;
}

// The engine wants a moment by its text; a day of ours needs no library of time for that.
const midnight = (day: Day) => ({
  timeZoneId: "UTC",
  toString: () => `${day}T00:00:00+00:00[UTC]`,
});
