import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import type { Edit } from "../../src/domain/change.ts";
import type { FileSystem } from "../../src/store/disk/file-system.ts";
import type { StoreOptions } from "../../src/store/store.ts";
import {
  applied,
  confirmation,
  everything,
  openBooks,
  put,
  putConfirmation,
} from "../store/books.ts";
import { intercepted } from "./faulty-files.ts";
import { before, commands, limits, type Scene, sceneBefore } from "./judgement.ts";

const paid = (id: string) => putConfirmation(confirmation(id, "2026-01-15"));

const others: Record<string, Edit[][]> = {
  "one change": [[paid("pc_o")]],
  "three changes": [[paid("pc_o")], [paid("pc_p")], [paid("pc_q")]],
  "a long change": [Array.from({ length: 9 }, (_, at) => paid(`pc_o${at}`))],
};

describe("with the lock off, another writer in between at any call", () => {
  test.each(Object.entries(others))("%s: both keep what was acknowledged", (_name, changes) => {
    for (const mine of [[paid("pc_m")], commands["a long one"] ?? []]) {
      const wrong: string[] = [];
      const count = eachCall((interrupted) => {
        const scene = sceneBefore();
        const other = unlocked(scene);
        const files = interrupted(scene.disk, () => changes.map((edits) => put(other, ...edits)));
        put(unlocked(scene, files), ...mine);
        return () => wrong.push(...missing(scene, [...mine, ...changes.flat()]));
      });
      expect(wrong).toEqual([]);
      expect(count).toBeGreaterThan(30);
    }
  });

  test("a store that trusts its append and never reads back would lose one", () => {
    const scene = sceneBefore();
    const other = unlocked(scene);
    // The other's line comes just before mine is written, so mine is void.
    const isMyLine = (bytes: Uint8Array) => Buffer.from(bytes).includes("pc_m");
    let lines = 0;
    const files: FileSystem = {
      ...asPlain(scene.disk),
      write: (fd, bytes, offset, length) => {
        if (isMyLine(bytes) && lines++ === 0) put(other, paid("pc_o"));
        return scene.disk.write(fd, bytes, offset, length);
      },
    };
    put(unlocked(scene, files), paid("pc_m"));
    // Written twice, once in vain: without the read-back the first would have been all.
    expect(lines).toBeGreaterThan(1);
    expect(missing(scene, [paid("pc_m"), paid("pc_o")])).toEqual([]);
  });
});

describe.each(Object.entries(commands))("a reader meets a writer: %s", (_name, edits) => {
  test("who writes at any call of the reader's", () => {
    const wrong: string[] = [];
    const count = eachCall((interrupted) => {
      const scene = sceneBefore();
      const writer = openBooks(scene.disk, scene.machine.start(), { limits });
      const files = interrupted(scene.disk, () => put(writer, ...edits));
      const seen = everything(openBooks(files, scene.machine.start()));
      return () => wrong.push(...mixture(seen, edits));
    });
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(15);
  });

  test("and reads at any call of the writer's", () => {
    const wrong: string[] = [];
    const count = eachCall((interrupted) => {
      const scene = sceneBefore();
      let seen: unknown = null;
      const reader = openBooks(scene.disk, scene.machine.start());
      const files = interrupted(scene.disk, () => {
        seen = everything(reader);
      });
      put(openBooks(files, scene.machine.start(), { limits }), ...edits);
      return () => wrong.push(...mixture(seen, edits));
    });
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(30);
  });
});

/** Interrupts a file system just before one of its calls. */
type Interrupted = (files: FileSystem, meanwhile: () => void) => FileSystem;

/** Runs a course once for each call it makes, interrupted there, and judges it; answers how many there were. */
function eachCall(course: (interrupted: Interrupted) => () => void): number {
  for (let at = 1; ; at++) {
    let calls = 0;
    const judge = course((files, meanwhile) =>
      intercepted(files, (_name, go) => {
        calls += 1;
        if (calls === at) meanwhile();
        return go();
      }),
    );
    if (calls < at) return at - 1;
    judge();
  }
}

/** What is wrong with what a reader saw: it must be all before a change or all after it. */
function mixture(seen: unknown, edits: Edit[]): string[] {
  const old = applied({}, before);
  const isWhole = [old, applied(old, edits)].some((state) => isDeepStrictEqual(seen, state));
  return isWhole ? [] : [JSON.stringify(seen)];
}

function unlocked({ disk, machine }: Scene, files: FileSystem = disk) {
  const options: Partial<StoreOptions> = { limits, isLocking: false };
  return openBooks(files, machine.start(), options);
}

function missing({ disk, machine }: Scene, edits: Edit[]): string[] {
  const store = openBooks(disk, machine.start());
  const isRight = isDeepStrictEqual(everything(store), applied(applied({}, before), edits));
  return [...(isRight ? [] : ["not all is there"]), ...store.verify().problems];
}

const asPlain = (files: FileSystem): FileSystem => intercepted(files, (_name, go) => go());
