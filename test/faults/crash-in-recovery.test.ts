import { describe, expect, test } from "vitest";
import type { Edit } from "../../src/domain/change.ts";
import { openBooks, put } from "../store/books.ts";
import { type Fault, faultyFiles } from "./faulty-files.ts";
import { attempt, commands, judge, limits, type Scene, sceneBefore } from "./judgement.ts";

const crashes = ["crash before", "crash after", "partial write, crash"] as const;

/** The suite tries a sample of all pairs; `MANY_PAIRS=1` tries tens of thousands. */
const [stride, laterStride] = process.env["MANY_PAIRS"] ? [1, 11] : [4, 31];
const calls = 80;

describe.each(Object.entries(commands))("%s", (_name, edits) => {
  test("a crash, then another in the command that finds the wreck: before or after, and on it goes", () => {
    const firsts = crashes.flatMap((fault) =>
      Array.from({ length: calls / stride }, (_, nth) => ({ fault, at: 1 + nth * stride })),
    );
    const wrong = firsts.flatMap(({ fault, at }) => {
      const wreck = crashed(sceneBefore(), edits, at, fault);
      return wreck === null
        ? []
        : crashesAfter(wreck, edits, at).map((why) => `${fault} ${at}, ${why}`);
    });
    expect(wrong.filter((why) => !why.endsWith("well"))).toEqual([]);
    expect(wrong.length).toBeGreaterThan(stride === 1 ? 1000 : 60);
  }, 600_000);
});

/** Each second crash that came about, and what was wrong after it, or `well`. */
function crashesAfter(wreck: Scene, edits: Edit[], from: number): string[] {
  const told: string[] = [];
  for (const fault of crashes) {
    for (let at = 1 + (from % laterStride); at <= calls; at += laterStride) {
      const found = crashAgain(wreck, edits, at, fault);
      if (found !== null) told.push(`${fault} ${at}: ${found.join() || "well"}`);
    }
  }
  return told;
}

/** The scene after a command that died at a call; null when it did not come that far. */
function crashed(scene: Scene, edits: Edit[], at: number, fault: Fault): Scene | null {
  const process = scene.machine.start();
  const faulty = faultyFiles(scene.disk, at, fault);
  attempt(() => put(openBooks(faulty.files, process, { limits }), ...edits));
  scene.machine.kill(process);
  return faulty.isCrashed ? scene : null;
}

/** What is wrong after the same command, run again, died in the wreck of the first; null when it did not die. */
function crashAgain(wreck: Scene, edits: Edit[], at: number, fault: Fault): string[] | null {
  const scene = { disk: wreck.disk.copy(), machine: wreck.machine };
  return crashed(scene, edits, at, fault) && judge(scene, edits, "crash");
}
