import { Buffer, isUtf8 } from "node:buffer";
import { Refusal } from "../../domain/refusal.ts";
import type { SettingValue } from "../../domain/settings/setting.ts";
import { readWhole } from "../disk/file-reading.ts";
import { replaceFile } from "../disk/file-writing.ts";
import { type HomeFolder, inHome, syncFolder } from "../disk/home-folder.ts";
import { isShallow } from "../disk/json-depth.ts";

/** Reads the user's own `config.json` without looking into it; null where there is none. */
export function readConfigBytes(home: HomeFolder): Buffer | null {
  return readWhole(home, inHome(home, configName))?.bytes ?? null;
}

/**
 * Reads settings by their dotted keys; none where there is no file. Refuses (`damaged`) what is no JSON object of texts,
 * numbers, booleans and lists of texts; it is the user's, so it is never overwritten then.
 */
export function parseConfig(bytes: Buffer | null): Map<string, SettingValue> {
  const settings = new Map<string, SettingValue>();
  if (bytes !== null) flatten("", parse(bytes), settings);
  return settings;
}

/** Writes `config.json`, nested and indented, and syncs it: unlike a view it cannot be made again. */
export function writeConfig(home: HomeFolder, settings: ReadonlyMap<string, SettingValue>): void {
  const text = `${JSON.stringify(nest(settings), null, 2)}\n`;
  replaceFile(home, inHome(home, configName), Buffer.from(text), { sync: true });
  syncFolder(home, home.path);
}

const configName = "config.json";

function parse(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw damaged("is not UTF-8 text");
  const text = bytes.toString("utf8");
  if (!isShallow(text)) throw damaged("nests too deeply");
  try {
    return JSON.parse(text);
  } catch (error) {
    throw damaged(`is not JSON${placeOf(error, text)}`);
  }
}

function placeOf(error: unknown, text: string): string {
  const position = /position (\d+)/.exec(String(error))?.[1];
  const before = text.slice(0, position === undefined ? text.length : Number(position));
  const line = before.split("\n").length;
  return ` at line ${line}, column ${before.length - before.lastIndexOf("\n")}`;
}

function flatten(prefix: string, value: unknown, into: Map<string, SettingValue>): void {
  if (isSettingValue(value) && prefix !== "") {
    into.set(prefix, value);
    return;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw damaged(`holds no setting at "${prefix}"`);
  }
  for (const [key, inner] of Object.entries(value)) {
    flatten(prefix === "" ? key : `${prefix}.${key}`, inner, into);
  }
}

function isSettingValue(value: unknown): value is SettingValue {
  if (Array.isArray(value)) return value.every((entry) => typeof entry === "string");
  return ["string", "number", "boolean"].includes(typeof value);
}

interface Nested {
  [key: string]: SettingValue | Nested;
}

/** `fx.USD.CAD` goes three levels down, unless `fx.USD` is a value itself: then the rest stays one key. */
function nest(settings: ReadonlyMap<string, SettingValue>): Nested {
  const root: Nested = Object.create(null);
  for (const [key, value] of [...settings].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const parts = key.split(".");
    let at = root;
    while (parts.length > 1) {
      const inner = at[parts[0] ?? ""] ?? Object.create(null);
      if (isSettingValue(inner)) break;
      at[parts.shift() ?? ""] = inner;
      at = inner;
    }
    at[parts.join(".")] = value;
  }
  return root;
}

function damaged(what: string): Refusal {
  return new Refusal("damaged", `config.json ${what}`, "Mend it in an editor, or move it away.");
}
