import type { Command } from "commander";
import { type SettingChanged, set } from "../actions/kept/set.ts";
import { setting } from "../actions/kept/setting.ts";
import type { SettingView } from "../actions/kept/setting-view.ts";
import { settings } from "../actions/kept/settings.ts";
import { unset } from "../actions/kept/unset.ts";
import { ask } from "../actions/perform.ts";
import type { Origin } from "../context.ts";
import type { ExitCode } from "../exit-code.ts";
import { renderSetting, renderSettingChanged, renderSettings } from "../render/config.ts";
import { answer } from "./answer.ts";
import type { Call } from "./call.ts";
import { change } from "./change.ts";
import {
  addChangeFlags,
  answers,
  changes,
  describeCommand,
  type On,
  type Register,
} from "./command.ts";
import type { ChangeFace, Face } from "./face.ts";
import { respond } from "./respond.ts";

export const register: Register = (command, on) => {
  describeCommand(command.arguments("[setting] [value]"), {
    examples: [
      "valhalla config",
      "valhalla config currency USD",
      "valhalla config fx.USD.CAD 1.37",
    ],
    exits: [1, 3, 4, 74],
    notes: "A setting alone is read; with a value it is set.",
  });
  addChangeFlags(command);
  on(command, (call) => {
    const { setting: named, value } = call.typed;
    if (named === undefined) return listAll(call);
    if (value === undefined) return answer(call, setting, settingFace);
    return change(call, set, changedFace);
  });
  addList(command.command("list"), on);
  addGet(command.command("get <setting>"), on);
  addSet(command.command("set <setting> <value>"), on);
  addUnset(command.command("unset <setting>"), on);
};

const settingFace: Face<SettingView> = { text: renderSetting };
const changedFace: ChangeFace<SettingChanged> = { text: renderSettingChanged };

function addList(command: Command, on: On): void {
  describeCommand(command, {
    summary: "Lists every setting and its value",
    examples: ["valhalla config list --origin"],
    exits: [3],
  }).option("--origin", "say where each value comes from");
  on(command, listAll);
}

function addGet(command: Command, on: On): void {
  describeCommand(command, {
    summary: "Prints the value of a setting",
    examples: ["valhalla config get currency"],
    exits: [1, 3],
  });
  answers(command, on, setting, settingFace);
}

function addSet(command: Command, on: On): void {
  describeCommand(command, {
    summary: "Changes a setting",
    examples: ["valhalla config set timezone America/Toronto"],
    exits: [1, 3, 4, 74],
  });
  changes(command, on, set, changedFace);
}

function addUnset(command: Command, on: On): void {
  describeCommand(command, {
    summary: "Takes a setting back to its usual value",
    examples: ["valhalla config unset fx.USD.CAD"],
    exits: [1, 3, 4, 74],
  });
  changes(command, on, unset, changedFace);
}

async function listAll(call: Call): Promise<ExitCode> {
  const showsOrigin = call.typed["origin"] === true;
  const kept = await ask(call.context, settings, {});
  const shown = showsOrigin ? [...givenRows(call), ...kept] : kept;
  return respond(call, shown, { text: (rows, style) => renderSettings(rows, style, showsOrigin) });
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
