import type { KeptOn } from "../../src/actions/open-books.ts";
import type { Context } from "../../src/context.ts";
import type { FileSystem } from "../../src/store/disk/file-system.ts";
import type { Machine } from "../../src/store/disk/machine.ts";
import { home } from "../store/books.ts";
import { type Heard, testContext, testWorld } from "../support/test-world.ts";
import { limits } from "./judgement.ts";

/** What actions are given where the books lie on a disk of a test, and what was told on stderr. */
export interface MemoryContext {
  readonly context: Context & KeptOn;
  readonly heard: Heard;
}

/** A context for actions on a disk of a test. Ids are counted from `firstId` on. */
export function memoryContext(
  files: FileSystem,
  machine: Machine,
  firstId = 0,
  today = "2026-02-10",
): MemoryContext {
  let number = firstId;
  const { world, heard } = testWorld({
    ...{ folder: "/", today, env: { VALHALLA_HOME: home } },
    nextNumber: () => number++,
  });
  const context = testContext(world);
  return { context: { ...context, keptOn: { files, machine, limits } }, heard };
}
