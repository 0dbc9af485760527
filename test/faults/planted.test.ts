import { spawnSync } from "node:child_process";
import {
  constants,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FileSystem, realFiles } from "../../src/store/disk/file-system.ts";
import { realMachine } from "../../src/store/disk/machine.ts";
import type { Store } from "../../src/store/store.ts";
import {
  change,
  confirmation,
  openBooks,
  payment,
  putConfirmation,
  putPayment,
  putSetting,
  putTransaction,
  transaction,
} from "../store/books.ts";
import { answersOf, hydro, mayBeUnknown, someConfirmation } from "./answers.ts";
import { knownKey } from "./household.ts";
import { attempt } from "./judgement.ts";

let folder = "";
let books = "";
let before: ReturnType<typeof answersOf>;
let after: ReturnType<typeof answersOf>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "planted-"));
  books = join(folder, "books");
  const store = openAt(books);
  store.init();
  const edits = [
    putPayment(payment(hydro)),
    putConfirmation(confirmation(someConfirmation, "2026-01-15", hydro)),
    putTransaction(transaction("tx_b", "2026-01-15")),
    putSetting("currency", "USD"),
  ];
  store.commit(() => ({ change: { ...change(edits), key: knownKey }, outcome: null }));
  before = answersOf(store);
  const twin = join(folder, "twin");
  cpSync(books, twin, { recursive: true });
  writing(openAt(twin));
  after = answersOf(openAt(twin));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What may stand in place of a file or folder; `outside` is a copy of it that lies outside the home. */
const plants: Readonly<Record<string, (path: string, outside: string) => unknown>> = {
  "a link to a copy of it": (path, outside) => symlinkSync(outside, path),
  "a link to nothing": (path, outside) => symlinkSync(`${outside}.none`, path),
  "a link to itself": (path) => symlinkSync(path, path),
  "a link to an endless device": (path) => symlinkSync("/dev/zero", path),
  "a pipe": (path) => spawnSync("mkfifo", [path]),
  "a socket": (path) => listen(path),
  "a folder": (path) => mkdirSync(path, { mode: 0o700 }),
  "an empty file": (path) => writeFileSync(path, ""),
};

describe.each(Object.entries(plants))("%s in place of", (what, plant) => {
  test("any file or folder of the home: nothing is read or written through it", async () => {
    const wrong: string[] = [];
    const names = readdirSync(books, { recursive: true, encoding: "utf8" });
    expect(names.length).toBeGreaterThan(16);
    for (const name of names) {
      const place = await planted(name, plant);
      if (place === null) continue;
      wrong.push(...faultsOf(place, openAt(place.home)).map((why) => `${what}, ${name}: ${why}`));
    }
    expect(wrong).toEqual([]);
  });
});

test("the judge finds a store that follows links", async () => {
  const plant = plants["a link to a copy of it"] ?? (() => {});
  const through: FileSystem = {
    ...realFiles,
    open: (path, flags, mode) => realFiles.open(path, flags & ~constants.O_NOFOLLOW, mode),
    lstat: (path) => statSync(path),
  };
  const segment = await planted("audit_log/000001.jsonl", plant);
  if (segment === null) throw new Error("nothing was planted");
  const found = faultsOf(segment, openAt(segment.home, through));
  expect(found).toContain("what lies outside was changed");
});

test("a journal with a second name is not written to", () => {
  const home = join(folder, "hard");
  cpSync(books, home, { recursive: true });
  const segment = join(home, "audit_log/000001.jsonl");
  linkSync(segment, join(folder, "second"));
  const bytes = readFileSync(segment);
  expect(writing(openAt(home))).toMatch(/^unsafe-home .*000001\.jsonl/);
  expect(readFileSync(segment)).toEqual(bytes);
});

interface PlantedHome {
  readonly home: string;
  readonly name: string;
  /** A copy of what stood there, outside. */
  readonly outside: string;
}

/** A copy of the home with something planted in place of one name; null where that is what stood there. */
async function planted(
  name: string,
  plant: (path: string, outside: string) => unknown,
): Promise<PlantedHome | null> {
  const [home, outside] = [join(folder, "copy"), join(folder, "outside")];
  for (const path of [home, outside]) rmSync(path, { recursive: true, force: true });
  cpSync(books, home, { recursive: true });
  const path = join(home, name);
  const isFolder = lstatSync(path).isDirectory();
  cpSync(path, outside, { recursive: true });
  rmSync(path, { recursive: true });
  await plant(path, outside);
  const isSame = existsSync(path) && lstatSync(path).isDirectory() === isFolder;
  return isSame && isFolder ? null : { home, name, outside };
}

function faultsOf({ name, outside }: PlantedHome, store: Store): string[] {
  const untouched = outsideOf(outside);
  const isFit = (error: string) =>
    /^damaged .*line \d/.test(error) ||
    (/^(unsafe-home|damaged) /.test(error) && error.includes(topOf(name)));
  const readAs = (right: typeof before) =>
    [...answersOf(store)].flatMap(([question, { text, error }]) => {
      if (error !== null) return isFit(error) ? [] : [`${question}: ${error}`];
      const isRight = text === right.get(question)?.text || question === mayBeUnknown;
      return isRight ? [] : [`${question}: ${text?.slice(0, 60)}`];
    });
  const first = readAs(before);
  const acts = [() => store.verify(), () => [...store.newestLines()], () => store.isHome()];
  const other = acts
    .map((act) => attempt<unknown>(act).error)
    .filter((error) => error !== null && !isFit(error));
  const refused = writing(store);
  const faults = [...first, ...other, ...readAs(refused === null ? after : before)];
  if (refused !== null && !isFit(refused)) faults.push(`a change: ${refused}`);
  if (outsideOf(outside) !== untouched) faults.push("what lies outside was changed");
  return faults.filter((fault) => fault !== null);
}

/** What a change is refused with; null where it was kept. */
function writing(store: Store): string | null {
  const edits = [
    putPayment(payment("pay_new")),
    putConfirmation(confirmation("pc_new", "2026-01-15", hydro)),
    putTransaction(transaction("tx_new", "2026-01-15")),
    putSetting("currency", "EUR", "USD"),
  ];
  const put = () => store.commit(() => ({ change: change(edits), outcome: null }));
  return attempt(put).error;
}

/** The file's own name, or that of a folder above: a refusal names the first that is no folder of the home. */
function topOf(name: string): string {
  return name.split("/")[0] ?? name;
}

/** All that lies outside the home. */
function outsideOf(outside: string): string {
  const names = readdirSync(folder).filter((name) => name.startsWith(basename(outside)));
  return names.map((name) => `${name} ${contentOf(join(folder, name))}`).join("\n");
}

function contentOf(path: string): string {
  if (!lstatSync(path).isDirectory()) return readFileSync(path, "latin1");
  return readdirSync(path)
    .map((name) => `${name} ${contentOf(join(path, name))}`)
    .join("\n");
}

function listen(path: string): Promise<void> {
  const server = createServer();
  server.unref();
  return new Promise((resolve) => server.listen(path, resolve));
}

/** Opens the books with a disk that says so instead of waiting for ever. */
function openAt(home: string, files: FileSystem = realFiles): Store {
  const open: FileSystem["open"] = (path, flags, mode) => {
    const isPipe = existsSync(path) && statSync(path).isFIFO();
    if (isPipe && !(flags & constants.O_NONBLOCK)) throw new Error(`waits for ever at ${path}`);
    return files.open(path, flags, mode);
  };
  return openBooks({ ...files, open }, realMachine, { home, waitMs: 50 });
}
