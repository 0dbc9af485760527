import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { realFiles } from "../../src/store/disk/file-system.ts";
import { realMachine } from "../../src/store/disk/machine.ts";
import { everything, openBooks } from "../store/books.ts";
import type { Role } from "./storm-process.ts";

const folder = mkdtempSync(join(tmpdir(), "storm-"));
const program = join(folder, "storm-process.cjs");

beforeAll(() => {
  const entryPoints = [join(import.meta.dirname, "storm-process.ts")];
  buildSync({ entryPoints, outfile: program, bundle: true, platform: "node", logLevel: "error" });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("four writers and two readers: every acknowledged change once, no half reads", async () => {
  await storm("locked", { writers: 4, changes: 20, kills: 0 });
});

test("the same with the lock off", async () => {
  await storm("unlocked", { writers: 4, changes: 20, kills: 0 });
});

test("the same with writers killed at random", async () => {
  await storm("locked", { writers: 4, changes: 20, kills: 6 });
});

interface Weather {
  readonly writers: number;
  readonly changes: number;
  readonly kills: number;
}

/** Lets processes loose on one home and holds what is there against what they were told. */
async function storm(lock: string, { writers, changes, kills }: Weather): Promise<void> {
  const home = join(folder, `${lock}-${kills}`);
  const books = openBooks(realFiles, realMachine, { home });
  books.init();
  const said: string[] = [];
  const living = new Set<ReturnType<typeof spawn>>();
  const run = (role: Role, ...args: string[]) =>
    new Promise<void>((resolve, reject) => {
      const child = spawn(process.execPath, [program, home, lock, role, ...args], {
        stdio: ["ignore", "pipe", "pipe"],
      });
      living.add(child);
      const errors: string[] = [];
      child.stdout.on("data", (text) => said.push(...String(text).split("\n").filter(Boolean)));
      child.stderr.on("data", (text) => errors.push(String(text)));
      child.on("close", (code, signal) => {
        living.delete(child);
        if (code === 0 || signal === "SIGKILL") resolve();
        else reject(new Error(errors.join("")));
      });
    });
  const storming = Promise.all([
    ...Array.from({ length: writers }, (_, at) => run("write", `w${at}`, String(changes))),
    ...Array.from({ length: 2 }, () => run("read", String(changes))),
  ]);
  for (let left = kills; left > 0; left--) {
    await new Promise((resolve) => setTimeout(resolve, 120));
    [...living][left % Math.max(1, living.size)]?.kill("SIGKILL");
  }
  await storming;
  await run("write", "last", "1");
  const there = Object.keys(everything(books)).map((key) => key.split(" ")[1] ?? "");
  const acknowledged = said.filter((line) => line.startsWith("kept ")).map((line) => line.slice(5));
  expect(said.filter((line) => line.startsWith("half "))).toEqual([]);
  expect(acknowledged.filter((id) => !there.includes(id))).toEqual([]);
  expect(new Set(acknowledged).size).toBe(acknowledged.length);
  if (kills === 0) expect(acknowledged).toHaveLength(writers * changes + 1);
  expect(books.verify()).toMatchObject({ ok: true });
}
