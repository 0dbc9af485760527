import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { exportDocument } from "../../src/actions/kept/export-document.ts";
import { planOwn } from "../../src/actions/kept/import-own.ts";
import { loadRules } from "../../src/domain/days/rule.ts";
import type { OwnFile } from "../../src/formats/import-file.ts";
import { readImport } from "../../src/formats/read-import.ts";
import { bytesOf } from "../support/bytes.ts";
import { type Held, memoryBooks, nothingHeld, withAdditions } from "../support/memory-books.ts";
import { someBooks } from "../support/some-books.ts";

const today = "2026-01-15";

beforeAll(loadRules);

describe("an export brought into an empty home", () => {
  test("gives back books that export the same", async () => {
    await fc.assert(
      fc.asyncProperty(someBooks, async (held) => {
        const text = exported(held);
        const plan = planOwn(memoryBooks(nothingHeld, today), await read(text));

        expect(plan.refused).toEqual([]);
        expect(exported(withAdditions(nothingHeld, plan.edits))).toBe(text);
      }),
      { numRuns: 1500 },
    );
  });

  test("adds nothing to a home that has it", async () => {
    await fc.assert(
      fc.asyncProperty(someBooks, async (held) => {
        const plan = planOwn(memoryBooks(held, today), await read(exported(held)));

        expect([...plan.edits]).toEqual([]);
        expect(plan.refused).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

function exported(held: Held): string {
  return [...exportDocument(memoryBooks(held, today), "2026-01-15T12:00:00Z", 40)].join("");
}

async function read(text: string): Promise<OwnFile> {
  const file = await readImport(bytesOf(text), "auto", "CAD");
  if (file.format !== "valhalla") throw new Error(`read as ${file.format}`);
  return file;
}
