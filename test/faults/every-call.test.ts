import { describe, expect, test } from "vitest";
import type { Edit } from "../../src/domain/change.ts";
import { openBooks, payment, put, putPayment } from "../store/books.ts";
import { FakeMachine } from "./fake-machine.ts";
import { type Fault, faults, faultyFiles } from "./faulty-files.ts";
import { attempt, commands, judge, limits, type Scene, sceneBefore } from "./judgement.ts";
import { MemoryDisk } from "./memory-disk.ts";

describe.each(Object.entries(commands))("%s", (_name, edits) => {
  test.each(faults)("every call meets: %s", (fault) => {
    const { disk, machine } = sceneBefore();
    const count = callsOf({ disk: disk.copy(), machine }, edits);
    expect(count).toBeGreaterThan(40);
    const wrong: string[] = [];
    for (let at = 1; at <= count; at++) {
      const scene = { disk: disk.copy(), machine };
      wrong.push(...violations(scene, edits, at, fault).map((why) => `${at}: ${why}`));
    }
    expect(wrong).toEqual([]);
  });
});

test("every call of init meets every fault, and it may be run again", () => {
  const cases = faults.flatMap((fault) => Array.from({ length: 60 }, (_, at) => ({ fault, at })));
  expect(cases.length).toBeGreaterThan(600);
  expect(cases.flatMap(({ fault, at }) => initViolations(fault, at + 1))).toEqual([]);
});

test("the judge finds a store that acknowledges without keeping", () => {
  const edits = commands["void"] ?? [];
  expect(judge(sceneBefore(), edits, null)).toContain("acknowledged but not there");
});

test("the judge finds a store that keeps half a change", () => {
  const scene = sceneBefore();
  const edits = commands["confirm and post, months new"] ?? [];
  put(openBooks(scene.disk, scene.machine.start(), { limits }), ...edits.slice(0, 1));
  expect(judge(scene, edits, "crash")).toContain("neither before nor after");
});

function callsOf({ disk, machine }: Scene, edits: Edit[]): number {
  const { files, calls } = faultyFiles(disk);
  put(openBooks(files, machine.start(), { limits }), ...edits);
  return calls.length;
}

function violations(scene: Scene, edits: Edit[], at: number, fault: Fault): string[] {
  const process = scene.machine.start();
  const faulty = faultyFiles(scene.disk, at, fault);
  const { error } = attempt(() => put(openBooks(faulty.files, process, { limits }), ...edits));
  scene.machine.kill(process);
  // The dead say nothing.
  return judge(scene, edits, faulty.isCrashed ? "crash" : error);
}

function initViolations(fault: Fault, at: number): string[] {
  const [disk, machine] = [new MemoryDisk(), new FakeMachine()];
  const process = machine.start();
  const faulty = faultyFiles(disk, at, fault);
  const { error } = attempt(() => openBooks(faulty.files, process).init());
  machine.kill(process);
  const next = openBooks(disk, machine.start());
  const isHome = next.isHome();
  const lost = error === null && !isHome ? "an acknowledged home is gone" : null;
  const denied =
    isHome && !faulty.isCrashed && error?.includes("nothing was saved")
      ? "there though it said not"
      : null;
  const again = isHome ? null : attempt(() => next.init()).error;
  const failed = attempt(() => put(next, putPayment(payment("pay_y")))).error;
  return [lost, denied, again, failed].flatMap((why) =>
    why === null ? [] : `${fault} ${at}: ${why}`,
  );
}
