import { describe, expect, test } from "vitest";
import type { ForeignFile } from "../../src/formats/import-file.ts";
import { readImport } from "../../src/formats/read-import.ts";
import { jsonBytes } from "../support/bytes.ts";
import { table } from "../support/table.ts";

const payment = {
  id: "pay_old1",
  name: "Hydro",
  kind: "bill",
  payee: "Hydro One",
  amount: 142.5,
  currency: "CAD",
  cadence: "monthly",
  due_day: 31,
  next_due_override: "",
  autopay_enabled: true,
  autopay_verified: false,
  account_id: "chequing",
  notes: "",
  status: "active",
  created_at: "2025-01-20T10:00:00Z",
  updated_at: "2025-06-01T10:00:00Z",
};

describe("the old service's files", () => {
  test("payments.json keeps ids and takes numbers exactly", async () => {
    const file = await old({ updated_at: "2025-06-01T10:00:00Z", items: [payment] });

    expect(file.refused).toEqual([]);
    expect(file.payments).toMatchObject([
      {
        ...{ where: "items[0]", id: "pay_old1", kind: "bill", amount: "142.50", due_day: "31" },
        ...{ next_due_override: null, autopay_enabled: true, autopay_verified: false },
        created_at: "2025-01-20T10:00:00Z",
      },
    ]);
  });

  test("bills.json holds bills, which count from the day the file was written", async () => {
    const bill = {
      name: "Water",
      amount: 80,
      cadence: "quarterly",
      currency: "CAD",
      due_day: 5,
      status: "active",
    };
    const file = await old({ updated_at: "2025-06-01", bills: [bill] });

    expect(file.payments).toMatchObject([
      {
        id: null,
        kind: "bill",
        amount: "80.00",
        cadence: "quarterly",
        created_at: "2025-06-01T00:00:00Z",
      },
    ]);
  });

  test("subs.json holds subscriptions, whose due day is the day of renewal", async () => {
    const sub = {
      name: "Netflix",
      amount: 16.99,
      cadence: "monthly",
      currency: "CAD",
      renewal_day: 12,
      category: "video",
      status: "canceled",
    };
    const file = await old({ updated_at: "2025-06-01", items: [sub] });

    expect(file.payments).toMatchObject([
      {
        kind: "subscription",
        amount: "16.99",
        due_day: "12",
        category: "video",
        status: "cancelled",
      },
    ]);
  });

  test("confirmations.json holds confirmations without a cycle", async () => {
    const confirmation = {
      id: "c1",
      payment_id: "pay_old1",
      paid_on: "2025-02-01",
      amount: 142.5,
      currency: "CAD",
      method: "PAD",
      ref: "",
      notes: "",
      created_at: "2025-02-01T00:00:00Z",
    };
    const file = await old({ updated_at: "2025-06-01", items: [confirmation] });

    expect(file.confirmations).toMatchObject([
      {
        id: "c1",
        payment: "pay_old1",
        cycle: null,
        paid_on: "2025-02-01",
        ref: null,
        amount: 142.5,
        currency: "CAD",
      },
    ]);
  });

  test.each([
    ["a fraction of a cent", { amount: 16.999 }, "amount", "finer than CAD"],
    ["an amount below zero", { amount: -5 }, "amount", "negative"],
    ["an unknown currency", { currency: "CDA" }, "currency", "not a currency"],
    ["no name", { name: " " }, "name", "is empty"],
    ["a name that is no text", { name: 7 }, "name", "must be text"],
    ["no kind", { kind: "" }, "kind", "none of bill"],
    ["an unknown cadence", { cadence: "sometimes" }, "cadence", "is not a cadence"],
    ["two cadences", { cadence: "monthly weekly" }, "cadence", "monthly and weekly"],
    ["two due days", { cadence: "monthly on the 1st" }, "due_day", "says 1, and the due day 31"],
    [
      "a weekday from nobody knows when",
      { cadence: "every friday", created_at: "" },
      "cadence",
      "nothing says when it begins",
    ],
    ["a day that no month has", { due_day: 32 }, "due_day", "no day of a month"],
    ["half a day", { due_day: 1.5 }, "due_day", "no day of a month"],
    [
      "a next due day that is no day",
      { next_due_override: "2025-02-30" },
      "next_due_override",
      "not a day",
    ],
    ["an unknown status", { status: "sleeping" }, "status", "none of active"],
    ["an id that could be a path", { id: "../x" }, "id", "is no id"],
    ["an id with a meaning of its own", { id: "__proto__" }, "id", "is no id"],
    ["a text too long", { notes: "x".repeat(501) }, "notes", "longer than 500"],
    ["a text that would move the cursor", { payee: "\u001b[2J" }, "payee", "control characters"],
    ["half a character", { payee: "\ud800" }, "payee", "control characters"],
    ["a moment that is none", { created_at: "yesterday" }, "created_at", "not a moment"],
  ])("list what they cannot take, with the field: %s", async (_, wrong, field, says) => {
    const file = await old({ items: [payment, { ...payment, ...wrong }] });

    expect(file.payments).toHaveLength(1);
    expect(file.refused).toHaveLength(1);
    expect(file.refused[0]?.where).toBe(`items[1].${field}`);
    expect(file.refused[0]?.reason).toContain(says);
  });

  test.each(
    table<"words" | "cadence" | "every" | "due_day" | "start">(`
      words                     | cadence     | every | due_day | start
                                | monthly     | 1     |         |
      Monthly                   | monthly     | 1     |         |
      per month                 | monthly     | 1     |         |
      One-Time                  | once        | 1     |         |
      Bi-Weekly                 | biweekly    | 1     |         |
      semi annual               | semiannual  | 1     |         |
      annual                    | yearly      | 1     |         |
      every 2 years             | yearly      | 2     |         |
      twice a month on 1 and 15 | semimonthly | 1     | 1,15    |
      last friday of the month  | monthly     | 1     | lastfri |
      every other friday        | biweekly    | 1     |         | 2025-01-24
      yearly on march 15        | yearly      | 1     |         | 2025-03-15
    `),
  )("say how often in the words of flags and lines: $words", async (row) => {
    const { words, cadence, every, due_day, start } = row;
    const file = await old({ items: [{ ...payment, due_day: "", cadence: words }] });

    expect(file.refused).toEqual([]);
    expect(file.payments).toMatchObject([
      { cadence, every: Number(every), due_day: due_day || null, start: start || null },
    ]);
  });

  test("count a weekday from the start that they say", async () => {
    const item = { ...payment, due_day: null, cadence: "every friday", start: "2026-03-04" };
    expect((await old({ items: [item] })).payments).toMatchObject([{ start: "2026-03-06" }]);
  });

  test("list every fault of a row, and say which fields mean nothing", async () => {
    const file = await old({ items: [{ ...payment, amount: 1.001, status: "?", colour: "red" }] });

    expect(file.refused.map(({ where }) => where)).toEqual(["items[0].amount", "items[0].status"]);
    expect(file.ignored).toEqual(["colour"]);
  });
});

async function old(content: object): Promise<ForeignFile> {
  const file = await readImport(jsonBytes(content), "auto", "CAD");
  if (file.format !== "old") throw new Error(`read as ${file.format}`);
  return file;
}
