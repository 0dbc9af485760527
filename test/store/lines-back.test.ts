import { expect, test } from "vitest";
import { FakeMachine } from "../faults/fake-machine.ts";
import { MemoryDisk } from "../faults/memory-disk.ts";
import { confirmation, openBooks, put, putConfirmation } from "./books.ts";

const limits = { segmentBytes: 4000, lineBytes: 1000 };

test("history is read past a long change without reading its parts", () => {
  const disk = new MemoryDisk();
  const store = openBooks(disk, new FakeMachine().start(), { limits });
  store.init();
  put(store, putConfirmation(confirmation("pc_first", "2026-01-15")));
  const many = Array.from({ length: 400 }, (_, index) => confirmation(`pc_${index}`, "2026-02-15"));
  put(store, ...many.map((each) => putConfirmation(each)));
  put(store, putConfirmation(confirmation("pc_last", "2026-03-15")));
  const segments = disk.readdir("/books/audit_log");
  expect(segments.length).toBeGreaterThan(20);

  const opened = new Set<string>();
  const open = disk.open.bind(disk);
  disk.open = (path, flags) => {
    opened.add(path);
    return open(path, flags);
  };
  const lines = [...store.newestLines()].map(({ seq, edits }) => [seq, [...edits].length]);
  expect(lines.map(([, edits]) => edits)).toEqual([1, 400, 1, 0]);

  opened.clear();
  const listed = [...openBooks(disk, new FakeMachine().start(), { limits }).newestLines()];
  expect(listed).toHaveLength(4);
  expect([...opened].filter((path) => path.includes("audit_log/")).length).toBeLessThan(10);
});
