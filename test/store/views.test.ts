import { describe, expect, test } from "vitest";
import type { Month } from "../../src/domain/days/calendar.ts";
import { Refusal } from "../../src/domain/refusal.ts";
import { sha256 } from "../../src/store/disk/checksum.ts";
import { FakeMachine } from "../faults/fake-machine.ts";
import { MemoryDisk } from "../faults/memory-disk.ts";
import {
  change,
  confirmation,
  everything,
  home,
  lookAt,
  openBooks,
  payment,
  put,
  putConfirmation,
  putPayment,
  putSetting,
} from "./books.ts";

const registry = `${home}/payments/payments.json`;
const config = `${home}/config.json`;

function scene(actor = "tester") {
  const disk = new MemoryDisk();
  const machine = new FakeMachine();
  const warnings: string[] = [];
  const open = () =>
    openBooks(disk, machine.start(), { actor, warn: (text) => warnings.push(text) });
  open().init();
  put(open(), putPayment(payment("pay_b")), putConfirmation(confirmation("pc_b", "2026-01-10")));
  return { disk, machine, warnings, open };
}

describe("a view edited by hand", () => {
  test("is not believed, said once, and kept beside by the next change", () => {
    const { disk, warnings, open } = scene();
    const edited = Buffer.from(disk.bytesOf(registry).toString().replace("Payment pay_b", "Mine"));
    disk.meddle(registry, edited);
    const reader = open();
    expect(lookAt(reader).get("payments", "pay_b")?.name).toBe("Payment pay_b");
    expect(lookAt(reader).paymentNames()).toHaveLength(1);
    expect(warnings).toEqual([expect.stringContaining("payments/payments.json")]);
    put(open(), putPayment(payment("pay_c")));
    expect(disk.bytesOf(`${registry}.edited-2026-01-15`)).toEqual(edited);
    expect(Object.keys(everything(open()))).toEqual([
      "payments pay_b",
      "payments pay_c",
      "confirmations pc_b",
    ]);
  });

  test("twice on a day is kept twice", () => {
    const { disk, open } = scene();
    for (const note of ["one", "two"]) {
      disk.meddle(registry, Buffer.from(note));
      put(open(), putPayment(payment(`pay_${note}`)));
    }
    const kept = disk.readdir(`${home}/payments`).filter((name) => name.includes("edited"));
    expect(kept).toEqual(["payments.json.edited-2026-01-15", "payments.json.edited-2026-01-15-2"]);
  });

  test("only touched, not changed, is still believed", () => {
    const { disk, warnings, open } = scene();
    disk.meddle(registry, Buffer.from(disk.bytesOf(registry)));
    expect(lookAt(open()).all("payments")).toHaveLength(1);
    expect(warnings).toEqual([]);
  });

  test("is mended by the next change that looked at it", () => {
    const { disk, open } = scene();
    const good = disk.bytesOf(registry);
    disk.meddle(registry, Buffer.from("{}"));
    open().commit((snapshot) => {
      expect(snapshot.all("payments")).toHaveLength(1);
      return { change: change([putSetting("currency", "USD")]), outcome: null };
    });
    expect(disk.bytesOf(registry)).toEqual(good);
  });
});

describe("config.json, the user's own", () => {
  test("is believed as it is edited, and kept when a setting is changed", () => {
    const { disk, open } = scene();
    put(open(), putSetting("fx.USD.CAD", "1.37"), putSetting("currency", "CAD"));
    disk.meddle(config, Buffer.from('{"currency":"USD","mine":{"list":["a"]}}'));
    expect(Object.fromEntries(lookAt(open()).settings())).toEqual({
      currency: "USD",
      "mine.list": ["a"],
    });
    put(open(), putSetting("reminder_days", 3));
    expect(JSON.parse(disk.bytesOf(config).toString())).toEqual({
      currency: "USD",
      mine: { list: ["a"] },
      reminder_days: 3,
    });
  });

  test("edited, it outlives the loss of views.json", () => {
    const { disk, open } = scene();
    put(open(), putSetting("currency", "CAD"));
    put(open(), putSetting("reminder_days", 3));
    disk.meddle(config, Buffer.from('{"currency":"EUR","reminder_days":3}'));
    disk.unlink(`${home}/views.json`);
    expect(Object.fromEntries(lookAt(open()).settings())).toEqual({
      currency: "EUR",
      reminder_days: 3,
    });
  });

  test.each([
    ["{", "line 1, column 2"],
    ['{\n "a": 1,\n}', "line 3, column 1"],
    ["[]", "holds no setting"],
    ['{"a":null}', 'holds no setting at "a"'],
    ['{"a":[1]}', 'holds no setting at "a"'],
    [`${'{"a":'.repeat(40)}1${"}".repeat(40)}`, "nests too deeply"],
    ["\xff", "is not UTF-8"],
  ])("damaged, it is refused and never overwritten: %s", (text, message) => {
    const { disk, open } = scene();
    put(open(), putSetting("currency", "CAD"));
    const bytes = Buffer.from(text, "latin1");
    disk.meddle(config, bytes);
    expect(() => lookAt(open()).settings()).toThrow(message);
    put(open(), putSetting("currency", "USD"));
    expect(disk.bytesOf(config)).toEqual(bytes);
    disk.meddle(config, Buffer.from("{}"));
    expect(lookAt(open()).settings().get("currency")).toBe("USD");
  });
});

test("the journal of one home and the views of another are refused together", () => {
  const [one, other] = [scene(), scene("another")];
  put(other.open(), putPayment(payment("pay_other")));
  one.disk.meddle(`${home}/views.json`, other.disk.bytesOf(`${home}/views.json`));
  expect(refusalOf(() => everything(one.open()))).toBe("damaged");
  expect(refusalOf(() => put(one.open()))).toBe("damaged");
});

test("a segment of another home is refused", () => {
  const limits = { lineBytes: 900, segmentBytes: 100 };
  const [one, other] = [scene(), scene("another")].map(({ disk, machine }) => {
    const store = openBooks(disk, machine.start(), { limits });
    for (const id of ["pay_1", "pay_2"]) put(store, putPayment(payment(id)));
    return { disk, store };
  });
  if (one === undefined || other === undefined) throw new Error("no scene");
  const second = `${home}/audit_log/000002.jsonl`;
  one.disk.meddle(second, other.disk.bytesOf(second));
  one.disk.unlink(`${home}/views.json`);
  expect(refusalOf(() => lookAt(one.store))).toBe("damaged");
  expect(refusalOf(() => put(one.store))).toBe("damaged");
  expect(one.store.verify().ok).toBe(false);
});

test("a line of a newer format is refused, not passed over", () => {
  const { disk, open } = scene();
  const { head } = lookAt(open());
  const body = `{"v":2,"seq":3,"new":true,"prev":"${head}"`;
  const line = `${body},"hash":"${sha256(Buffer.from(`${body}}`))}"}\n`;
  const journal = `${home}/audit_log/000001.jsonl`;
  disk.meddle(journal, Buffer.concat([disk.bytesOf(journal), Buffer.from(line)]));
  expect(refusalOf(() => lookAt(open()))).toBe("newer-format");
  expect(refusalOf(() => put(open()))).toBe("newer-format");
});

test("a torn tail, with or without its newline, is ended and passed over", () => {
  const journal = `${home}/audit_log/000001.jsonl`;
  const { disk, open } = scene();
  const whole = disk.bytesOf(journal);
  const last = whole.subarray(whole.lastIndexOf("\n", -2) + 1);
  for (const tail of [
    Buffer.from('{"v":1,"se'),
    last.subarray(0, -1),
    Buffer.from("\0\0\0\n"),
    Buffer.from("\n\n"),
  ]) {
    disk.meddle(journal, Buffer.concat([disk.bytesOf(journal), tail]));
    const before = Object.keys(everything(open())).length;
    put(open(), putPayment(payment(`pay_${tail.length}`)));
    expect(Object.keys(everything(open()))).toHaveLength(before + 1);
    expect(open().verify()).toMatchObject({ ok: true });
  }
});

test("records are found by text without reading the others, and by id from the newest month back", () => {
  const { open } = scene();
  put(
    open(),
    ...["2026-02-01", "2026-03-01"].map((day, at) =>
      putConfirmation(confirmation(`pc_${at}`, day, `pay_${at}`)),
    ),
  );
  const snapshot = lookAt(open());
  const [from, to] = ["2026-01" as Month, "2026-12" as Month];
  expect(snapshot.monthsHeld("confirmations")).toEqual(["2026-01", "2026-02", "2026-03"]);
  expect(
    snapshot.months("confirmations", from, to, '"payment_id":"pay_1"').map(({ id }) => id),
  ).toEqual(["pc_1"]);
  expect(snapshot.months("confirmations", from, "2026-02" as Month)).toHaveLength(2);
  expect(snapshot.get("confirmations", "pc_b")?.payment_id).toBe("pay_b");
  expect(snapshot.get("confirmations", "pay_b")).toBeUndefined();
  expect(snapshot.get("payments", "pay_")).toBeUndefined();
});

function refusalOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
