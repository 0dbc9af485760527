import { describe, expect, test } from "vitest";
import type { Edit } from "../../src/domain/change.ts";
import { everything, openBooks, payment, put, putPayment } from "../store/books.ts";
import { FakeMachine } from "./fake-machine.ts";
import { attempt, commands, judge, limits, sceneBefore } from "./judgement.ts";
import { type Deed, MemoryDisk } from "./memory-disk.ts";
import { powerCuts } from "./power-cuts.ts";

describe.each(Object.entries(commands))("%s", (_name, edits) => {
  test("any power cut leaves the books before or after it", () => {
    const { wrong, images } = cutPower(edits);
    expect(wrong).toEqual([]);
    expect(images).toBeGreaterThan(100);
  });
});

test("more than a thousand power cuts of a confirm do no harm", () => {
  const { wrong, images } = cutPower(commands["confirm, month there"] ?? [], { samples: 300 });
  expect(wrong).toEqual([]);
  expect(images).toBeGreaterThan(1000);
});

test("more than a thousand power cuts of init leave books, or nothing that hinders init", () => {
  const { wrong, images } = cutPowerOfInit(() => true);
  expect(wrong).toEqual([]);
  expect(images).toBeGreaterThan(1000);
});

test("without syncs the same cuts lose what was acknowledged", () => {
  const { wrong } = cutPower(commands["confirm, month there"] ?? [], { keep: notSync });
  expect(wrong.join()).toContain("acknowledged but not there");
  expect(cutPowerOfInit(notSync).wrong.join()).toContain("is gone");
});

const notSync = (deed: Deed): boolean => deed.does !== "sync";

function cutPower(
  edits: Edit[],
  {
    samples = 8,
    keep = (_: Deed) => true,
  }: { samples?: number; keep?: (deed: Deed) => boolean } = {},
) {
  const { disk, machine } = sceneBefore();
  const start = disk.copy();
  const process = machine.start();
  const from = disk.deeds.length;
  put(openBooks(disk, process, { limits }), ...edits);
  disk.say("kept");
  machine.kill(process);
  const deeds = disk.deeds.slice(from).filter(keep);
  const wrong: string[] = [];
  let images = 0;
  for (const cut of powerCuts(start, deeds, samples)) {
    images += 1;
    machine.boot = `b${images}`;
    const found = judge({ disk: cut.disk, machine }, edits, cut.said.length > 0 ? null : "crash");
    wrong.push(...found.map((why) => `${why}; ${cut.what}`));
  }
  return { wrong, images };
}

/** Books begun, and the first payment written into them. */
function cutPowerOfInit(keep: (deed: Deed) => boolean) {
  const [disk, machine] = [new MemoryDisk(), new FakeMachine()];
  const process = machine.start();
  openBooks(disk, process).init();
  disk.say("begun");
  put(openBooks(disk, process), putPayment(payment("pay_b")));
  disk.say("written");
  machine.kill(process);
  const wrong: string[] = [];
  let images = 0;
  for (const cut of powerCuts(new MemoryDisk(), disk.deeds.filter(keep), 100)) {
    images += 1;
    machine.boot = `b${images}`;
    const next = openBooks(cut.disk, machine.start());
    const looked = attempt(() => next.isHome());
    const isHome = looked.value === true;
    const seen = attempt(() => everything(next));
    const again = isHome ? null : attempt(() => next.init()).error;
    const failed = attempt(() => put(next, putPayment(payment("pay_y")))).error;
    const lost = lossOf(cut.said, isHome, seen.value ?? {});
    for (const why of [looked.error, seen.error, lost, again, failed])
      if (why !== null) wrong.push(`${why}; ${cut.what}`);
  }
  return { wrong, images };
}

function lossOf(said: readonly string[], isHome: boolean, held: Record<string, unknown>) {
  if (said.includes("begun") && !isHome) return "an acknowledged home is gone";
  if (said.includes("written") && !("payments pay_b" in held)) return "its first payment is gone";
  return null;
}
