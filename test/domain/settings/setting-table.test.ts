import { describe, expect, test } from "vitest";
import {
  settingFault,
  settingNamed,
  settingTable,
  settingText,
} from "../../../src/domain/settings/setting-table.ts";
import { table } from "../../support/table.ts";

describe("settingNamed", () => {
  test.each(
    table<"key" | "text" | "value">(`
      key             | text                  | value
      currency        | usd                   | "USD"
      timezone        | America/Toronto       | "America/Toronto"
      reminder_days   | 0                     | 0
      grace_days      | 365                   | 365
      ledger.auto_post | YES                  | true
      ledger.auto_post | off                  | false
      account         | Joint chequing        | "Joint chequing"
      fx.USD.CAD      | 1.37                  | "1.37"
      calendars.shop  | 2026-12-24 2026-01-02 | ["2026-01-02","2026-12-24"]
      calendars.shop  | 2026-01-02,2026-01-02 | ["2026-01-02"]
    `),
  )("$key takes $text", ({ key, text, value }) => {
    const read = settingNamed(key).read(text, key);
    expect(read).toEqual(JSON.parse(value));
    expect(settingFault(key, read)).toBeNull();
    expect(settingNamed(key).read(settingText(read), key)).toEqual(read);
  });

  test.each(
    table<"key" | "text" | "code">(`
      key              | text       | code
      currency         | dollars    | bad-currency
      timezone         | Toronto    | bad-value
      reminder_days    | -1         | bad-value
      reminder_days    | 1.5        | bad-value
      reminder_days    | 366        | bad-value
      ledger.auto_post | perhaps    | bad-value
      account          |            | bad-value
      fx.USD.CAD       | 0.00       | bad-value
      fx.USD.CAD       | 1e3        | bad-value
      fx.usd.CAD       | 1.37       | bad-value
      calendars.shop   |            | bad-value
      calendars.shop   | 2026-02-30 | bad-day
      calendars.CA-ON  | 2026-01-02 | bad-value
    `),
  )("$key refuses '$text'", ({ key, text, code }) => {
    expect(() => settingNamed(key).read(text, key)).toThrow(expect.objectContaining({ code }));
  });

  test.each([
    ["curency", "Did you mean currency?"],
    ["ledger.expense", "Did you mean ledger.expenses?"],
    ["fx.USD", "There are: currency,"],
    ["calendars.a.b", "There are: currency,"],
    ["__proto__", "There are: currency,"],
  ])("refuses %s, and says what there is", (key, hint) => {
    expect(() => settingNamed(key)).toThrow(
      expect.objectContaining({ code: "not-found", hint: expect.stringContaining(hint) }),
    );
  });
});

test("every usual value is one that could be set", () => {
  for (const { key, usual } of settingTable) {
    if (usual !== null) expect(settingFault(key, usual)).toBeNull();
  }
  expect(settingTable.length).toBeGreaterThan(10);
});

test.each([
  ["reminder_days", "five"],
  ["reminder_days", "5"],
  ["ledger.auto_post", "true"],
  ["currency", "cad"],
  ["calendars.shop", ["2026-02-30"]],
  ["nonsense", 1],
])("%s written by hand as %j has a fault", (key, value) => {
  expect(settingFault(key, value)).toBeTypeOf("string");
});
