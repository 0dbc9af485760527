import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDay } from "../../../src/domain/days/calendar.ts";
import { readDay } from "../../../src/domain/days/read-day.ts";
import { Refusal } from "../../../src/domain/refusal.ts";
import { parseCapture } from "../../../src/domain/registry/capture.ts";
import { newPayment } from "../../../src/domain/registry/new-payment.ts";
import { usualDraft } from "../../../src/domain/registry/usual-draft.ts";
import { defaultPolicy } from "../../../src/domain/settings/policy.ts";
import { day } from "../../support/a-payment.ts";

const today = day("2026-01-15");
const words = fc.constantFrom(
  ..."internet netflix rent 85 9.99 ~120 80-160 $5 usd CAD /mo a per every other each monthly weekly week weeks month year 2 12".split(
    " ",
  ),
  ..."on the 1st 15 15th last first friday fridays day business of and from until for times feb 5 2026-03-01 2/5/2026 next".split(
    " ",
  ),
  ..."in ago yesterday end bill loan subscription autopay twice , / - 0 ~ due".split(" "),
);
const anyLine = fc.oneof(
  fc.array(words, { maxLength: 12 }).map((each) => each.join(" ")),
  fc.string({ maxLength: 60 }),
  fc.tuple(fc.string(), fc.array(words)).map(([name, more]) => `${name} 5 ${more.join(" ")}`),
);

/** What an attempt gives, or null where it refuses; any other error goes on. */
function unlessRefused<Value>(attempt: () => Value): Value | null {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

describe("whatever is written", () => {
  test("is a day or refused", () => {
    fc.assert(
      fc.property(anyLine, fc.constantFrom("past", "future"), (text, direction) => {
        const meant = unlessRefused(() => readDay(text, { today, direction }));
        expect(meant === null || isDay(meant)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test("is a payment that can be made, or refused", () => {
    let made = 0;
    fc.assert(
      fc.property(anyLine, (line) => {
        const captured = unlessRefused(() => parseCapture(line, today));
        if (captured === null) return;
        const draft = { ...usualDraft, currency: "CAD", ...captured };
        const stamp = { id: "pay_1", now: "2026-01-15T12:00:00.000Z" };
        const payment = unlessRefused(() => newPayment(draft, stamp, today, defaultPolicy));
        if (payment === null) return;
        made += 1;
        expect(line.toLowerCase()).toContain(captured.name.toLowerCase());
      }),
      { numRuns: 3000 },
    );
    expect(made).toBeGreaterThan(20);
  });
});
