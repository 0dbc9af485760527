import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { preProcessFile } from "typescript";
import { expect, test } from "vitest";

/** Who may import whom. ARCHITECTURE.md says why; this table holds it true. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  context: ["domain"],
  "exit-code": ["domain"],
  store: ["domain"],
  formats: ["domain", "record-shapes"],
  "record-shapes": ["domain"],
  schemas: ["domain", "actions", "action-table", "record-shapes"],
  sample: ["domain"],
  actions: ["domain", "store", "context", "formats", "sample", "action-table", "record-shapes"],
  "action-table": ["actions", "schemas", "record-shapes"],
  render: ["domain", "actions", "context"],
  commands: ["domain", "sample", "actions", "render", "context", "exit-code", "schemas"],
  world: ["domain", "context", "commands"],
  system: ["domain", "context", "world"],
  "report-error": ["domain", "exit-code", "render", "world"],
  launch: ["commands", "system"],
  main: ["domain", "context", "exit-code", "commands", "world", "system", "report-error", "render"],
};

/** The floors inside the domain, lowest first: each imports only what lies below it, and itself. */
const domainFloors: readonly string[] = [
  "refusal.ts",
  "words",
  "money",
  "days",
  "settings",
  "registry",
  "confirmations",
  "ledger",
  "collections.ts",
  "change.ts",
  "cycles",
  "confirming",
  "editing",
  "imports",
  "reconciling",
  "history",
  "doctor",
];

/** The floors inside the store, lowest first. */
const storeFloors: readonly string[] = [
  "disk",
  "journal",
  "lock",
  "config-file.ts",
  "snapshot.ts",
  "views",
  "commit.ts",
  "doctor",
  "store.ts",
];

/** Everything from outside comes in by few doors. */
const doors: Readonly<Record<string, RegExp>> = {
  commander: /^commands\//,
  inquirer: /^system\/person-ask\.ts$/,
  chalk: /^render\//,
  "cli-table3": /^render\//,
  "fast-string-truncated-width": /^render\//,
  dayjs: /^render\//,
  zod: /^(schemas|formats)\//,
  "csv-parse": /^formats\//,
  "csv-stringify": /^formats\//,
  "rrule-temporal": /^domain\/days\/rule\.ts$/,
  "node:fs": /^(store\/|system\.ts$|system\/)/,
  "node:path": /^(store\/|system\.ts$|system\/)/,
  "node:buffer": /^(store|system|formats)\//,
  "node:crypto": /^(store\/disk\/(machine|checksum)\.ts$|system\.ts$)/,
  "node:os": /^(store\/|system\.ts$|system\/)/,
  "node:tty": /^system\/terminal\.ts$/,
  "node:process": /^store\/disk\/(machine|checksum)\.ts$/,
  "node:zlib": /^store\/disk\/checksum\.ts$/,
  "node:vm": /^system\/bundles\.ts$/,
  "node:child_process": /^store\/disk\/machine\.ts$/,
};

interface Import {
  readonly from: string;
  readonly to: string;
}

const imports = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .flatMap(importsOf);

test("every part imports only what it may", () => {
  const inside = imports.filter(({ to }) => to.startsWith("src/"));
  expect(inside.length).toBeGreaterThan(100);
  expect(inside.filter((one) => !isAllowed(one)).map(show)).toEqual([]);
});

test.each([
  ["domain", domainFloors],
  ["store", storeFloors],
])("every floor of the %s imports only what lies below it", (part, floors) => {
  const floorOf = (path: string) => floors.indexOf(path.split("/")[1] ?? "");
  const between = imports
    .filter(({ from, to }) => from.startsWith(`${part}/`) && to.startsWith(`src/${part}/`))
    .map((one) => ({ one, from: floorOf(one.from), to: floorOf(one.to.slice("src/".length)) }));
  expect(between.filter(({ from, to }) => to < from).length).toBeGreaterThan(50);
  const wrong = between.filter(({ from, to }) => to > from || from < 0 || to < 0);
  expect(wrong.map(({ one }) => show(one))).toEqual([]);
});

test("every package and every module of Node comes in by its door", () => {
  const outside = imports.filter(({ to }) => !to.startsWith("src/") && to !== "package.json");
  expect(outside.length).toBeGreaterThan(10);
  expect(outside.filter((one) => !isDoor(one)).map(show)).toEqual([]);
});

test("the version alone is taken from package.json, by main", () => {
  const taken = imports.filter(({ to }) => to === "package.json");
  expect(taken.map(({ from }) => from)).toEqual(["main.ts"]);
});

function isAllowed({ from, to }: Import): boolean {
  const part = partOf(to.slice("src/".length));
  return part === partOf(from) || (mayImport[partOf(from)] ?? []).includes(part);
}

/** How high a file of the domain lies; -1 for one on no floor. */
function isDoor({ from, to }: Import): boolean {
  return doors[packageOf(to)]?.test(from) ?? false;
}

function importsOf(from: string): Import[] {
  const text = readFileSync(`src/${from}`, "utf8");
  const imported = preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
  const builtIn = [...text.matchAll(/getBuiltinModule\("([^"]+)"\)/g)].map(([, name = ""]) => name);
  return [...imported, ...builtIn].map((to) => ({
    from,
    to: to.startsWith(".") ? posix.join("src", posix.dirname(from), to) : to,
  }));
}

/**
 * The table of actions is apart: it knows the shapes of all of them, which no action does. So are the shapes of records: what
 * reads records from a file needs them, and they know nothing above.
 */
function partOf(path: string): string {
  if (path === "actions/table.ts") return "action-table";
  if (/^schemas\/(?:collections|records|values)\.ts$/.test(path)) return "record-shapes";
  return path.split(/[/.]/)[0] ?? "";
}

function packageOf(specifier: string): string {
  return specifier.startsWith("node:") ? specifier : (specifier.split("/")[0] ?? "");
}

function show({ from, to }: Import): string {
  return `src/${from} imports ${to}`;
}
