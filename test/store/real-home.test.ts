import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Refusal } from "../../src/domain/refusal.ts";
import { realFiles } from "../../src/store/disk/file-system.ts";
import { realMachine } from "../../src/store/disk/machine.ts";
import type { Store } from "../../src/store/store.ts";
import {
  confirmation,
  everything,
  lookAt,
  openBooks,
  payment,
  put,
  putConfirmation,
  putPayment,
  putSetting,
} from "./books.ts";

let folder = "";
let books = "";
const umask = process.umask();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "store-"));
  books = join(folder, "books");
});

afterEach(() => {
  process.umask(umask);
  rmSync(folder, { recursive: true, force: true });
});

const store = (home = books): Store => openBooks(realFiles, realMachine, { home });

function filled(): Store {
  const filledStore = store();
  filledStore.init();
  put(
    filledStore,
    putPayment(payment("pay_b")),
    putConfirmation(confirmation("pc_b", "2026-01-10")),
  );
  put(filledStore, putSetting("fx.USD.CAD", "1.37"));
  return filledStore;
}

test("under any umask files are 0600 and folders 0700", () => {
  for (const mask of [0o777, 0o000]) {
    process.umask(mask);
    rmSync(books, { recursive: true, force: true });
    filled();
    const modes = [
      books,
      ...readdirSync(books, { recursive: true }).map((name) => join(books, String(name))),
    ].map(
      (path) =>
        `${lstatSync(path).isDirectory() ? "folder" : "file"} ${(lstatSync(path).mode & 0o777).toString(8)}`,
    );
    expect(new Set(modes)).toEqual(new Set(["folder 700", "file 600"]));
  }
});

test("what is written can be read with a pager", () => {
  filled();
  const registry = readFileSync(join(books, "payments/payments.json"), "utf8");
  expect(JSON.parse(registry)).toEqual({ payments: [payment("pay_b")] });
  expect(registry.split("\n")).toHaveLength(4);
  expect(JSON.parse(readFileSync(join(books, "config.json"), "utf8"))).toEqual({
    fx: { USD: { CAD: "1.37" } },
  });
  expect(readdirSync(books).sort()).toEqual([
    "audit_log",
    "config.json",
    "lookups",
    "pay_confirm",
    "payments",
    "views.json",
  ]);
});

test("a home that is a link, a file, relative, or open to others is refused", () => {
  filled();
  symlinkSync(books, join(folder, "link"));
  writeFileSync(join(folder, "file"), "");
  for (const home of [join(folder, "link"), join(folder, "file"), "books", ""]) {
    expect(refusalOf(() => lookAt(store(home)))).toBe("unsafe-home");
    expect(refusalOf(() => store(home).init())).toBe("unsafe-home");
  }
  chmodSync(books, 0o770);
  expect(refusalOf(() => lookAt(store()))).toBe("unsafe-home");
  expect(refusalOf(() => put(store()))).toBe("unsafe-home");
});

test("another's home is refused", () => {
  filled();
  const machine = { ...realMachine, uid: () => (realMachine.uid() ?? 0) + 1 };
  const others = openBooks(realFiles, machine, { home: books });
  expect(refusalOf(() => lookAt(others))).toBe("unsafe-home");
});

test("no link is followed: neither a planted folder nor a planted file", () => {
  filled();
  const elsewhere = join(folder, "elsewhere");
  mkdirSync(elsewhere, { mode: 0o700 });
  symlinkSync(elsewhere, join(books, "ledger"));
  renameSync(join(books, "views.json"), join(folder, "precious"));
  symlinkSync(join(folder, "precious"), join(books, "views.json"));
  const precious = readFileSync(join(folder, "precious"));
  expect(refusalOf(() => everything(store()))).toBe("unsafe-home");
  expect(refusalOf(() => put(store(), putPayment(payment("pay_c"))))).toBe("unsafe-home");
  expect(readFileSync(join(folder, "precious"))).toEqual(precious);
  expect(readdirSync(elsewhere)).toEqual([]);
});

test("a journal under a second name or behind a link is not written to", () => {
  filled();
  const segment = join(books, "audit_log/000001.jsonl");
  linkSync(segment, join(folder, "second"));
  expect(refusalOf(() => put(store()))).toBe("unsafe-home");
  rmSync(segment);
  symlinkSync(join(folder, "second"), segment);
  expect(refusalOf(() => put(store()))).not.toBeNull();
});

test("a read-only home is read, even with views missing, and nothing is written to it", () => {
  filled();
  rmSync(join(books, "views.json"));
  const writes: string[] = [];
  const files = {
    ...realFiles,
    write: fails("write"),
    rename: fails("rename"),
    mkdir: fails("mkdir"),
    unlink: fails("unlink"),
    fchmod: fails("fchmod"),
  };
  function fails(name: string) {
    return (): never => {
      writes.push(name);
      throw Object.assign(new Error("read-only"), { code: "EROFS" });
    };
  }
  const reader = openBooks(files, realMachine, { home: books });
  expect(Object.keys(everything(reader))).toHaveLength(3);
  expect(reader.verify().ok).toBe(true);
  expect(writes).toEqual([]);
  expect(refusalOf(() => put(reader))).toBe("io");
});

test("init makes the folders above, and refuses where there are books", () => {
  const deep = join(folder, "a/b/books");
  expect(store(deep).isHome()).toBe(false);
  expect(existsSync(join(folder, "a"))).toBe(false);
  expect(store(deep).init({ currency: "CAD" })).toMatchObject({ seq: 1, hash: /^[0-9a-f]{12}$/ });
  expect(refusalOf(() => store(deep).init())).toBe("already-done");
  expect(lookAt(store(books)).seq).toBe(0);
  expect(refusalOf(() => put(store(books)))).toBe("no-home");
  expect(existsSync(books)).toBe(false);
});

function refusalOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
