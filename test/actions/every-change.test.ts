import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Deed } from "../../src/actions/action.ts";
import type { Said } from "../../src/actions/input.ts";
import { add } from "../../src/actions/owed/add.ts";
import { confirm } from "../../src/actions/paid/confirm.ts";
import { ask, perform } from "../../src/actions/perform.ts";
import { actionTable } from "../../src/actions/table.ts";
import { event } from "../../src/actions/told/event.ts";
import { events } from "../../src/actions/told/events.ts";
import { undo } from "../../src/actions/told/undo.ts";
import { Home } from "../support/a-home.ts";

/** What is said to each changing action on the books below, and something else that could be. */
const said: Readonly<Record<string, readonly [Said, Said]>> = {
  init: [{ currency: "USD", bill: "rent 2000 monthly on the 1st" }, { currency: "EUR" }],
  add: [
    { name: "Water", amount: "80", due_day: "20" },
    { name: "Water", amount: "81" },
  ],
  edit: [
    { payment: "hydro", amount: "160", payee: "Hydro One" },
    { payment: "hydro", notes: "x" },
  ],
  pause: [{ payment: "gym" }, { payment: "gym", on: "2026-03-01" }],
  resume: [{ payment: "cleaner" }, { payment: "cleaner", on: "2026-03-01" }],
  cancel: [{ payment: "gym" }, { payment: "hydro" }],
  delete: [{ payment: "gym" }, { payment: "cleaner" }],
  skip: [{ payment: "gym" }, { payment: "gym", cycle: "2026-03-20" }],
  "skip before": [
    { before: "2026-02-10", all: true },
    { before: "2026-02-10", payments: ["dues"] },
  ],
  unskip: [{ payment: "rent" }, { payment: "rent", cycle: "2026-03-01" }],
  move: [
    { payment: "hydro", cycle: "2026-02-15", to: "2026-02-17" },
    { payment: "hydro", cycle: "2026-02-15", to: "2026-02-18" },
  ],
  expect: [
    { payment: "hydro", cycle: "2026-02-15", amount: "99" },
    { payment: "hydro", cycle: "2026-02-15", amount: "98" },
  ],
  confirm: [
    { payment: "hydro", early: true, post: true },
    { payment: "hydro", early: true },
  ],
  "confirm several": [
    { payments: ["hydro", "gym"], early: true, post: true },
    { payments: ["gym", "hydro"], early: true },
  ],
  unconfirm: [{ id: "pc_000000000005" }, { id: "pc_000000000007" }],
  "ledger post": [{ all: true }, { confirmation: "pc_000000000007" }],
  "audit note": [{ text: "called the bank" }, { text: "called again" }],
  undo: [{}, { change: "3" }],
  import: [{ file: "fixtures/old-service/subs.json" }, { file: "fixtures/old-service/bills.json" }],
  "doctor adopt": [{}, { file: "payments/payments.json.edited-2026-02-01" }],
  "config set": [
    { setting: "grace_days", value: "9" },
    { setting: "grace_days", value: "8" },
  ],
  "config unset": [{ setting: "reminder_days" }, { setting: "match_after" }],
};

const changing = actionTable
  .map(({ action }) => action)
  .filter((action): action is Deed<unknown, object> => action.effect === "changes");

/** The number of the first id that is given after the books are made. */
const firstFresh = 1000;

let books: Home;
const homes: Home[] = [];

beforeAll(async () => {
  books = new Home(0);
  const { context } = books;
  const find = (name: string) => changing.find((each) => each.name === name) ?? add;
  await perform(context, add, { name: "Hydro", amount: "150", due_day: "15", start: "2026-01-15" });
  await perform(context, add, { name: "Gym", amount: "30", due_day: "20" });
  await perform(context, add, { name: "Rent 2000 monthly on the 1st" });
  await perform(context, add, { name: "Cleaner", amount: "60", cadence: "weekly" });
  const january = { payment: "hydro", on: "2026-01-15", cycle: "2026-01-15" };
  await perform(context, confirm, { ...january, post: true });
  await perform(context, confirm, {
    ...{ payment: "hydro", cycle: "2026-01-15", amount: "5", on: "2026-01-20" },
  });
  await perform(context, find("skip"), { payment: "rent", cycle: "2026-03-01" });
  await perform(context, find("pause"), { payment: "cleaner" });
  await perform(context, find("config set"), { setting: "reminder_days", value: "3" });
  await perform(context, find("config set"), { setting: "match_after", value: "3" });
  await perform(context, add, { name: "Dues", amount: "10", start: "2026-02-07" });
  books.keepBeside("payments/payments.json", (text) =>
    text.replace('"notes":""', '"notes":"mine"'),
  );
});

afterAll(() => {
  for (const home of [books, ...homes]) home.remove();
});

/** The books, for one action alone; none for what makes them. */
function homeFor({ name }: Deed<unknown, object>): Home {
  const home = name === "init" ? new Home(firstFresh) : new Home(firstFresh, books);
  homes.push(home);
  return home;
}

const inputs = (deed: Deed<unknown, object>) => said[deed.name] ?? [{}, {}];

test("every changing action has something said to it here", () => {
  expect(changing.map(({ name }) => name).sort()).toEqual(Object.keys(said).sort());
});

describe.each(changing.map((deed) => [deed.name, deed] as const))("%s", (_name, deed) => {
  const [input, other] = inputs(deed);

  test("dry, it changes no byte and shows what is then done", async () => {
    const home = homeFor(deed);
    const before = home.bytes();
    const dry = await perform(home.context, deed, input, { dry_run: true, key: null });
    expect(home.bytes()).toBe(before);
    expect(dry.receipt).toBeNull();
    expect(dry.would).not.toBeNull();

    const done = await perform(home.context, deed, input);
    const change = `${done.receipt?.seq}`;
    const { area, action, ref_id, meta, edits } = await ask(home.context, event, { change });
    expect(plain(dry.outcome)).toBe(plain(done.outcome));
    expect(plain({ ...dry.would })).toBe(
      plain({ area, action, ref_id, meta, edits, records: edits.length }),
    );
  });

  test("its shape takes what is said to it here, and nothing else", () => {
    const shape = actionTable.find(({ action }) => action.name === deed.name)?.input;
    expect(shape?.safeParse(input).success).toBe(true);
    expect(shape?.safeParse(other).success).toBe(true);
    expect(shape?.safeParse({ ...input, nonsense: "x" }).success).toBe(false);
  });

  test("dry, it refuses what it would refuse", async () => {
    const home = homeFor(deed);
    const bad = perform(home.context, deed, { nonsense: "x" }, { dry_run: true, key: null });
    await expect(bad).rejects.toMatchObject({ code: "usage" });
  });

  test("a second time, its key gives the first answer and changes nothing", async () => {
    const home = homeFor(deed);
    const first = await perform(home.context, deed, input, { dry_run: false, key: "k1" });
    const after = home.bytes();
    const again = await perform(home.context, deed, input, { dry_run: false, key: "k1" });

    expect(again.outcome).toEqual(first.outcome);
    expect(again.receipt).toEqual(first.receipt);
    expect(again.repeats).toEqual({ undone_by: null });
    expect(home.bytes()).toBe(after);
  });

  test("its key stands for what was said, and nothing else", async () => {
    const home = homeFor(deed);
    await perform(home.context, deed, input, { dry_run: false, key: "k1" });
    const reused = perform(home.context, deed, other, { dry_run: false, key: "k1" });
    await expect(reused).rejects.toMatchObject({ code: "key-reused" });
  });

  test("what was taken back since says so", async () => {
    const home = homeFor(deed);
    await perform(home.context, deed, input, { dry_run: false, key: "k1" });
    const [made] = await ask(home.context, events, { limit: "1" });
    const undone = await perform(home.context, undo, { change: made?.id }).catch(() => null);
    const again = await perform(home.context, deed, input, { dry_run: false, key: "k1" });

    // A remark changes no record, so there is nothing to take back.
    const by = undone === null ? null : `ev_${undone.receipt?.hash}`;
    expect(by === null).toBe(deed.name === "audit note");
    expect(again.repeats).toEqual({ undone_by: by });
  });
});

/** As JSON, with new ids called by their order; the moment is the same in both. */
function plain(value: unknown): string {
  const names = new Map<string, string>();
  return JSON.stringify(value).replace(/\b(?:pay|pc|tx)_\d{12}\b/g, (id) => {
    if (Number(id.slice(-12)) < firstFresh) return id;
    const name = names.get(id) ?? `new ${names.size}`;
    names.set(id, name);
    return name;
  });
}
