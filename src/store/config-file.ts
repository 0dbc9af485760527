import { Buffer, isUtf8 } from "node:buffer";
import { Refusal } from "../domain/refusal.ts";
import type { SettingValue } from "../domain/settings/setting.ts";
import type { Home } from "./disk/home.ts";
import { isShallow } from "./disk/json-depth.ts";

/** Reads the user's own `config.json` without looking into it; null where there is none. */
export function readConfigBytes(home: Home): Buffer | null {
  return home.read(configName);
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
export function writeConfig(home: Home, settings: ReadonlyMap<string, SettingValue>): void {
  const text = `${JSON.stringify(nest(settings), null, 2)}\n`;
  home.replace(configName, Buffer.from(text), { sync: true });
  home.syncFolder("");
}

/**
 * Lays the journal's settings over the user's file. `history` holds every value a key had; the last one counts. When the
 * place up to which the file is current is not known (`isRebuilt`), a value that the journal never gave is the
 * user's own and stays.
 */
export function latestSettings(
  file: ReadonlyMap<string, SettingValue>,
  history: ReadonlyMap<string, readonly (SettingValue | null)[]>,
  isRebuilt: boolean,
): Map<string, SettingValue> {
  const settings = new Map(file);
  for (const [key, values] of history) {
    const own = JSON.stringify(file.get(key) ?? null);
    if (isRebuilt && !values.some((value) => JSON.stringify(value) === own)) continue;
    const value = values.at(-1) ?? null;
    if (value === null) settings.delete(key);
    else settings.set(key, value);
  }
  return settings;
}

/** The name of the user's settings. */
export const configName = "config.json";

function parse(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw damaged("is not UTF-8 text");
  const text = bytes.toString("utf8");
  const value = parseText(text);
  if (!isShallow(value)) throw damaged("nests too deeply");
  return value;
}

function parseText(text: string): unknown {
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
