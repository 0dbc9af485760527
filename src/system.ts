import { closeSync, constants, openSync, readFileSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import type { Ids } from "./context.ts";
import { type Day, isDay, parseDay } from "./domain/days/calendar.ts";
import { isTimezone } from "./domain/days/timezone.ts";
import { escapeControls } from "./domain/words/escape-controls.ts";
import { outsideFiles } from "./system/outside-files.ts";
import { personAsk } from "./system/person-ask.ts";
import { errorStream, outputStream } from "./system/streams.ts";
import type { World } from "./world.ts";

/** The real world: the process, its clock, its terminal, and chance. */
export function systemWorld(): World {
  const err = errorStream();
  return {
    env: process.env,
    userFolder: () => process.env["HOME"] ?? process.getBuiltinModule("node:os").homedir(),
    userName,
    resolve,
    isAbsolute,
    today: (home) => localDay(home, (text) => err.write(text)),
    now: () => new Date().toISOString(),
    ids: { next: newId },
    out: outputStream(),
    err,
    ask: personAsk,
    files: outsideFiles,
  };
}

const letters = "0123456789abcdefghijklmnopqrstuvwxyz";

/** Twelve letters of equal chance: bytes past the last whole alphabet are thrown away. */
const newId: Ids["next"] = (prefix) => {
  let id = "";
  while (id.length < 12) {
    for (const byte of process.getBuiltinModule("node:crypto").randomBytes(16)) {
      if (byte < 252 && id.length < 12) id += letters[byte % 36];
    }
  }
  return `${prefix}_${id}`;
};

function userName(): string {
  try {
    return process.env["USER"] || process.getBuiltinModule("node:os").userInfo().username;
  } catch {
    return "unknown"; // a user id without an entry in the system's list of users
  }
}

/** The day in the time zone of `config.json`, else of the system. */
function localDay(home: string, warn: (text: string) => void): Day {
  const zone = timezoneIn(home);
  if (zone !== null) process.env["TZ"] = zone;
  const now = new Date();
  if (now.getTimezoneOffset() === 0 && !isZone(process.env["TZ"])) {
    const name = escapeControls(JSON.stringify(process.env["TZ"]?.slice(0, 60)));
    warn(`valhalla: the time zone ${name} is unknown; days are counted in UTC\n`);
  }
  const [year, month, date] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  const day = `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  return isDay(day) ? day : parseDay(day);
}

/** A name that is not a zone silently becomes UTC, so only there need one look whether it was meant. */
function isZone(name: string | undefined): boolean {
  if (name === undefined || /^(|:?(Etc\/)?(UTC|GMT|UCT|Zulu))$/i.test(name)) return true;
  return isTimezone(name.replace(/^:/, ""));
}

/** Only a peep for the time zone; whatever is wrong with the file is for the store to say. It waits for no pipe. */
function timezoneIn(home: string): string | null {
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
  let file: number | null = null;
  try {
    file = openSync(join(home, "config.json"), O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
    const settings: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof settings !== "object" || settings === null || !("timezone" in settings)) return null;
    return typeof settings.timezone === "string" && settings.timezone !== ""
      ? settings.timezone
      : null;
  } catch {
    return null;
  } finally {
    if (file !== null) closeSync(file);
  }
}
