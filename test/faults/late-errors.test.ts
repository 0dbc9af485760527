import { beforeAll, describe, expect, test } from "vitest";
import type { Said } from "../../src/actions/input.ts";
import { exportBooks } from "../../src/actions/kept/export.ts";
import { ask } from "../../src/actions/perform.ts";
import { event } from "../../src/actions/told/event.ts";
import { events } from "../../src/actions/told/events.ts";
import { undoable } from "../../src/actions/told/undoable.ts";
import type { Context } from "../../src/context.ts";
import { Refusal } from "../../src/domain/refusal.ts";
import { intercepted } from "./faulty-files.ts";
import { type Household, keepHousehold } from "./household.ts";
import { memoryContext } from "./memory-context.ts";
import { failure, type MemoryDisk } from "./memory-disk.ts";

let ours: Household;

beforeAll(async () => {
  ours = await keepHousehold();
});

/** Questions that read on after they were begun. */
const questions: Readonly<Record<string, (context: Context) => Promise<unknown>>> = {
  audit: (context) => ask(context, events, { limit: 99 }),
  "audit show": (context) => ask(context, event, { change: "2" }),
  "undo --list": (context) => ask(context, undoable, { limit: 99 }),
  export: (context) => exported(context, { format: "json", what: "all" }),
  "export of the audit": (context) => exported(context, { format: "jsonl", what: "audit" }),
};

async function exported(context: Context, said: Said): Promise<string> {
  return [...(await ask(context, exportBooks, said)).chunks].join("");
}

describe.each(Object.entries(questions))("%s", (_name, question) => {
  test.each(["EACCES", "EIO", "EMFILE", "ENXIO", "EISDIR", "ENOTCONN"])(
    "meets %s at any call, however late, and refuses or answers right",
    async (code) => {
      const right = await answered(ours.disk, question);
      expect(right).toMatch(/^\[/);
      const wrong: string[] = [];
      let calls = 0;
      do {
        calls += 1;
        const { files, isMet } = failingAt(ours.disk, calls, code);
        const found = await answered(files, question);
        const isTold = /^(io|unsafe-home) /.test(found);
        if (!isTold && found !== right) wrong.push(`${calls}: ${found.slice(0, 200)}`);
        if (!isMet()) break;
      } while (calls < 1000);
      expect(wrong).toEqual([]);
      expect(calls).toBeGreaterThan(10);
    },
  );
});

test("an error that is no refusal is found", async () => {
  const found = await answered(ours.disk, async () => {
    throw failure("EACCES");
  });
  expect(found).toMatch(/^bug /);
});

/** A disk whose call of that number fails. */
function failingAt(disk: MemoryDisk, at: number, code: string) {
  let calls = 0;
  const files = intercepted(disk, (name, go) => {
    // Nobody minds whether what was read is closed.
    if (name !== "close") calls += 1;
    if (name !== "close" && calls === at) throw failure(code);
    return go();
  });
  return { files, isMet: () => calls >= at };
}

/** What was answered, or refused. */
async function answered(
  files: MemoryDisk | ReturnType<typeof intercepted>,
  question: (context: Context) => Promise<unknown>,
): Promise<string> {
  const { context } = memoryContext(files, ours.machine.start());
  try {
    return JSON.stringify([await question(context)]);
  } catch (error) {
    return error instanceof Refusal ? `${error.code} ${error.message}` : `bug ${String(error)}`;
  }
}
