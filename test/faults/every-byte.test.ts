import { expect, test } from "vitest";
import { everything, home, openBooks, payment, put, putPayment } from "../store/books.ts";
import { attempt, commands, limits, type Scene, sceneBefore } from "./judgement.ts";

const journal = `${home}/audit_log/000001.jsonl`;

test("every byte of the journal flipped is detected or does no harm", () => {
  const scene = smallBooks();
  const bytes = scene.disk.bytesOf(journal);
  const silent: string[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
    silent.push(...silentHarm(scene, flipped).map((why) => `byte ${at}: ${why}`));
  }
  expect(silent).toEqual([]);
  expect(bytes.length).toBeGreaterThan(2000);
});

test("the journal cut at every byte is detected or does no harm", () => {
  const scene = smallBooks();
  const bytes = scene.disk.bytesOf(journal);
  const silent: string[] = [];
  for (let at = 0; at < bytes.length; at++) {
    silent.push(...silentHarm(scene, bytes.subarray(0, at)).map((why) => `cut ${at}: ${why}`));
  }
  expect(silent).toEqual([]);
});

test("a receipt tells even where the witness was cut with the journal", () => {
  const scene = smallBooks();
  const store = openBooks(scene.disk, scene.machine.start(), { limits });
  const receipt = put(store, putPayment(payment("pay_z")));
  const bytes = scene.disk.bytesOf(journal);
  scene.disk.meddle(journal, bytes.subarray(0, bytes.lastIndexOf("\n", -2) + 1));
  scene.disk.unlink(`${home}/views.json`);
  expect(store.verify().ok).toBe(true);
  expect(store.verify(receipt)).toMatchObject({ ok: false, problems: [/^the receipt names line/] });
});

interface SmallBooks extends Scene {
  /** All they hold, as JSON. */
  readonly whole: string;
}

function smallBooks(): SmallBooks {
  const scene = sceneBefore();
  const store = openBooks(scene.disk, scene.machine.start());
  put(store, ...(commands["void"] ?? []));
  return { ...scene, whole: JSON.stringify(everything(store)) };
}

/** What a reader and the proof make of a spoilt journal that is neither told nor harmless. */
function silentHarm({ disk, machine, whole }: SmallBooks, spoilt: Buffer): string[] {
  const copy = disk.copy();
  copy.meddle(journal, spoilt);
  const store = openBooks(copy, machine.start(), { waitMs: 0 });
  const silent: string[] = [];
  const proof = attempt(() => store.verify());
  if (proof.value?.ok && !spoilt.equals(disk.bytesOf(journal))) silent.push("verifies");
  const seen = attempt(() => everything(store));
  if (seen.error === null && JSON.stringify(seen.value) !== whole) silent.push("reads otherwise");
  return silent;
}
