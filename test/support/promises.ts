import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import * as z from "zod";
import { schemaTable } from "../../src/schemas/schema-table.ts";
import type { Run } from "./transcript.ts";

/** Whether what a command printed under --json has the shape that `schema` promises: its name and the complaint. */
export interface Kept {
  readonly name: string;
  readonly complaint: string | null;
}

/** Compares every JSON output of some runs with its promise; runs that print no JSON of ours are passed over. */
export function keptPromises(runs: readonly Run[]): Kept[] {
  return runs.flatMap(({ argv, heard }) => {
    const name = schemaNameOf(argv);
    if (name === null) return [];
    const isSeveral = heard.out.startsWith('{"confirmed":');
    if (heard.out !== "") return [check(isSeveral ? "confirm several" : name, heard.out)];
    return heard.err.startsWith('{"error"') ? [check("error", heard.err)] : [];
  });
}

/** Compares every file of a home with its promise. */
export function keptFiles(home: string): Kept[] {
  return Object.entries(fileSchemas).flatMap(([path, name]) => {
    const at = join(home, dirname(path));
    if (!existsSync(at)) return [];
    const files = readdirSync(at).filter((file) => file.endsWith(basename(path)));
    return files.flatMap((file) => {
      const text = readFileSync(join(at, file), "utf8");
      if (!file.endsWith(".jsonl")) return [check(name, text)];
      const lines = text.split("\n").filter((line) => line !== "");
      return lines.map((line) => check(name, line));
    });
  });
}

const fileSchemas = {
  "payments/payments.json": "file payments",
  "pay_confirm/.jsonl": "file confirmation",
  "ledger/.jsonl": "file transaction",
  "audit_log/.jsonl": "file journal",
  "lookups/names.jsonl": "file name",
  "lookups/open.jsonl": "file open",
  "lookups/paid/.jsonl": "file confirmation",
  "lookups/keys/.jsonl": "file key",
  "views.json": "file views",
  "config.json": "file config",
};

function check(name: string, text: string): Kept {
  const promised = schemaTable.find((one) => one.name === name);
  if (promised === undefined) return { name, complaint: "nothing is promised" };
  const parsed = promised.schema.safeParse(JSON.parse(text));
  return { name, complaint: parsed.success ? null : z.prettifyError(parsed.error) };
}

/** The promise a command line comes under; null for what prints no JSON or another shape on request. */
function schemaNameOf(argv: readonly string[]): string | null {
  const words = wordsOf(argv);
  const [first = "", second = ""] = words;
  const isAsked =
    argv.includes("--json") && !argv.includes("--help") && !argv.includes("--version");
  if (!isAsked || first === "") return null;
  if (first === "config") return configName(words.slice(1));
  if (first === "undo" && words.includes("--list")) return "undo --list";
  if (first === "export") return exportName(words);
  if (first === "schema" && second !== "") return null;
  const names = schemaTable.map(({ name }) => name);
  const candidates = [`${first} ${second}`, `${first} list`, first];
  return candidates.find((name) => names.includes(name)) ?? first;
}

/** A line without its global flags. */
function wordsOf(argv: readonly string[]): string[] {
  const valued = ["--home", "--today", "--wait"];
  const switches = [
    "--json",
    "--no-color",
    "--quiet",
    "-q",
    "--yes",
    "-y",
    "--no-input",
    "--debug",
  ];
  return argv.filter(
    (word, at) =>
      !switches.includes(word) && !valued.includes(word) && !valued.includes(argv[at - 1] ?? ""),
  );
}

function configName(words: readonly string[]): string {
  const [verb = "list"] = words;
  if (["list", "get", "set", "unset"].includes(verb)) return `config ${verb}`;
  return words.length === 1 ? "config get" : "config set";
}

function exportName(words: readonly string[]): string | null {
  if (words.some((word) => word === "-o" || word === "--output")) return "export --output";
  return words.some((word) => word === "--what" || word === "--format") ? null : "export";
}
