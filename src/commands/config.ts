import {
  getSetting,
  listSettings,
  type SettingChanged,
  type SettingView,
  setSetting,
  unsetSetting,
} from "../actions/config.ts";
import type { Origin } from "../context.ts";
import { renderSetting, renderSettingChanged, renderSettings } from "../render/config.ts";
import type { Call } from "./call.ts";
import { describeCommand, type Register } from "./command.ts";
import { changeHints } from "./hints.ts";
import { respond } from "./respond.ts";

export const register: Register = (program, call) => {
  const config = describeCommand(program.command("config [key] [value]"), {
    examples: [
      "valhalla config",
      "valhalla config currency USD",
      "valhalla config fx.USD.CAD 1.37",
    ],
    exits: [1, 3, 4, 74],
    notes: "A key alone reads it; a key and a value set it.",
  }).action((key: string | undefined, value: string | undefined) => anyOf(call, key, value));
  describeCommand(config.command("list"), {
    summary: "Lists every setting and its value",
    examples: ["valhalla config list --origin"],
    exits: [3],
  })
    .option("--origin", "say where each value comes from")
    .action((flags: { readonly origin?: boolean }) => list(call, flags.origin ?? false));
  describeCommand(config.command("get <key>"), {
    summary: "Prints the value of a setting",
    examples: ["valhalla config get currency"],
    exits: [1, 3],
  }).action((key: string) => get(call, key));
  describeCommand(config.command("set <key> <value>"), {
    summary: "Changes a setting",
    examples: ["valhalla config set timezone America/Toronto"],
    exits: [1, 3, 4, 74],
  }).action((key: string, value: string) => set(call, key, value));
  describeCommand(config.command("unset <key>"), {
    summary: "Takes a setting back to its usual value",
    examples: ["valhalla config unset fx.USD.CAD"],
    exits: [1, 3, 4, 74],
  }).action(async (key: string) => changed(call, await unsetSetting(call.context, key)));
};

async function anyOf(call: Call, key: string | undefined, value: string | undefined) {
  if (key === undefined) await list(call, false);
  else if (value === undefined) await get(call, key);
  else await set(call, key, value);
}

async function list(call: Call, showsOrigin: boolean): Promise<void> {
  const settings = await listSettings(call.context);
  const shown = showsOrigin ? [...givenRows(call), ...settings] : settings;
  await respond(call, shown, { text: (rows, style) => renderSettings(rows, style, showsOrigin) });
}

/** What no file can set: where the books are, what day it is, who is at work. */
function givenRows({ context, origins }: Call): SettingView[] {
  const row = (key: string, value: string, origin: Origin, meaning: string): SettingView => ({
    key,
    value,
    origin,
    meaning,
    problem: null,
  });
  return [
    row("--home", context.home, origins.home, "where the books are kept"),
    row("--today", context.clock.today(), origins.today, "the day taken for today"),
    row("actor", context.actor, origins.actor, "who the audit names"),
  ];
}

async function get(call: Call, key: string): Promise<void> {
  await respond(call, await getSetting(call.context, key), { text: renderSetting });
}

async function set(call: Call, key: string, value: string): Promise<void> {
  await changed(call, await setSetting(call.context, key, value));
}

async function changed(call: Call, outcome: SettingChanged): Promise<void> {
  await respond(call, outcome, { text: renderSettingChanged, hints: changeHints });
}
