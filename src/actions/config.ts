import type { Context, Origin } from "../context.ts";
import type { Change } from "../domain/change.ts";
import type { Setting, SettingValue } from "../domain/settings/setting.ts";
import { settingFault, settingNamed, settingTable } from "../domain/settings/setting-table.ts";
import { changeBooks, type Receipted, readBooks } from "./books.ts";

/** A setting as it stands. */
export interface SettingView {
  readonly key: string;
  /** Null where nothing is set and nothing is usual. */
  readonly value: SettingValue | null;
  readonly origin: Origin;
  /** What it decides; null for a key that nothing reads. */
  readonly meaning: string | null;
  /** What is wrong with a value written by hand, or null. */
  readonly problem: string | null;
}

/** A setting that was changed, with what it was before. */
export interface SettingChanged extends SettingView, Receipted {
  readonly before: SettingValue | null;
}

/** Shows every setting: those that are set and those that have a usual value. */
export function listSettings(context: Context): Promise<readonly SettingView[]> {
  return readBooks(context, ({ snapshot }) => {
    const set = snapshot.settings();
    const usual = settingTable.map(({ key }) => key).filter((key) => !key.includes("<"));
    const others = [...set.keys()].filter((key) => !usual.includes(key)).sort();
    return [...usual, ...others].map((key) => viewOf(key, set.get(key)));
  });
}

/** Shows one setting; refuses (`not-found`) an unknown key. */
export function getSetting(context: Context, key: string): Promise<SettingView> {
  settingNamed(key);
  return readBooks(context, ({ snapshot }) => viewOf(key, snapshot.settings().get(key)));
}

/** Sets one setting; refuses an unknown key and a value that will not do. */
export function setSetting(context: Context, key: string, text: string): Promise<SettingChanged> {
  const value = settingNamed(key).read(text, key);
  return changeSetting(context, key, value);
}

/** Takes a setting back to its usual value; a key that nothing reads may be taken out too. */
export function unsetSetting(context: Context, key: string): Promise<SettingChanged> {
  return changeSetting(context, key, null);
}

function changeSetting(
  context: Context,
  key: string,
  value: SettingValue | null,
): Promise<SettingChanged> {
  return changeBooks(context, ({ snapshot }) => {
    const before = snapshot.settings().get(key);
    if (value === null && before === undefined) settingNamed(key);
    const outcome = { ...viewOf(key, value ?? undefined), before: before ?? null };
    const isSame = JSON.stringify(before ?? null) === JSON.stringify(value);
    return { change: isSame ? null : changeOf(key, before, value), outcome };
  });
}

function changeOf(
  key: string,
  before: SettingValue | undefined,
  after: SettingValue | null,
): Change {
  const setting = (value: SettingValue | null | undefined): Setting | null =>
    value === null || value === undefined ? null : { id: key, value };
  return {
    area: "settings",
    action: after === null ? "unset" : "set",
    ref_id: key,
    meta: {},
    edits: [{ collection: "settings", id: key, before: setting(before), after: setting(after) }],
  };
}

function viewOf(key: string, set: SettingValue | undefined): SettingView {
  const problem = set === undefined ? null : settingFault(key, set);
  const known = settingTable.find((setting) => setting.key === key) ?? familyOf(key);
  return {
    key,
    value: set ?? known?.usual ?? null,
    origin: set === undefined ? "default" : "config.json",
    meaning: known?.meaning ?? null,
    problem,
  };
}

function familyOf(key: string) {
  const [family] = key.split(".");
  return settingTable.find((setting) => setting.key.startsWith(`${family}.<`));
}
