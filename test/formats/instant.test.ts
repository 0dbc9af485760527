import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readInstant } from "../../src/formats/instant.ts";
import { refusalOf } from "../support/refusal.ts";
import { table } from "../support/table.ts";

describe("readInstant", () => {
  test.each(
    table<"why" | "text" | "instant">(`
      why                           | text                             | instant
      in UTC it stays               | 2025-03-01T09:30:00Z             | 2025-03-01T09:30:00Z
      so does a fraction            | 2025-03-01T09:30:00.123456Z      | 2025-03-01T09:30:00.123456Z
      no zone is UTC                | 2025-03-01T09:30:00              | 2025-03-01T09:30:00Z
      a space for the T             | 2025-03-01 09:30:00              | 2025-03-01T09:30:00Z
      no seconds                    | 2025-03-01T09:30Z                | 2025-03-01T09:30:00Z
      a day alone                   | 2025-03-01                       | 2025-03-01T00:00:00Z
      west of Greenwich             | 2025-03-01T09:30:00-05:00        | 2025-03-01T14:30:00Z
      into the next month           | 2025-02-28T23:30:00-05:00        | 2025-03-01T04:30:00Z
      into the year before          | 2025-01-01T00:30:00+05:45        | 2024-12-31T18:45:00Z
      no colon in the zone          | 2025-03-01T09:30:00+0000         | 2025-03-01T09:30:00Z
    `),
  )("$why", ({ text, instant }) => {
    expect(readInstant(text)).toBe(instant);
  });

  test.each([
    "",
    "now",
    "2025-02-30",
    "2025-03-01T24:00:00Z",
    "2025-03-01T09:60:00Z",
    "2025-03-01T09:30:00+25:00",
    "1740821400",
    "2025-03-01T09:30:00Z ; rm",
    "03/01/2025",
  ])("refuses %j", (text) => {
    expect(refusalOf(() => readInstant(text)).code).toBe("bad-input-file");
  });

  test("agrees with the engine's own reading", () => {
    const instants = fc.date({
      min: new Date("1901-01-01"),
      max: new Date("2198-12-31"),
      noInvalidDate: true,
    });
    const zones = fc.tuple(fc.constantFrom("+", "-"), fc.nat(14), fc.nat(59));
    fc.assert(
      fc.property(instants, zones, (instant, [sign, hours, minutes]) => {
        const zone = `${sign}${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
        const text = instant.toISOString().replace("Z", zone);
        expect(readInstant(text)).toBe(new Date(text).toISOString());
      }),
      { numRuns: 3000 },
    );
  });
});
