import type { SettingChanged } from "../actions/kept/set.ts";
import type { SettingView } from "../actions/kept/setting-view.ts";
import { settingText } from "../domain/settings/setting-table.ts";
import { cleanText } from "./clean-text.ts";
import type { Column, Style } from "./style.ts";

/** Every setting a line: key, value, what it decides; where it comes from when that was asked. */
export function renderSettings(
  settings: readonly SettingView[],
  style: Style,
  showsOrigin: boolean,
): string {
  const columns: Column[] = [
    { title: "Setting" },
    { title: "Value", shrinkTo: 12 },
    ...(showsOrigin ? [{ title: "From" }] : []),
    { title: "Meaning", shrinkTo: 16 },
  ];
  const rows = settings.map((setting) => [
    setting.key,
    spell(setting),
    ...(showsOrigin ? [setting.origin] : []),
    setting.problem === null ? (setting.meaning ?? "") : `not in force: ${setting.problem}`,
  ]);
  return style.table(columns, rows);
}

/** The bare value, for scripts. */
export function renderSetting(setting: SettingView): string {
  return `${spell(setting)}\n`;
}

/** `Set currency to USD (was CAD)` */
export function renderSettingChanged(changed: SettingChanged): string {
  const { key, before, origin } = changed;
  const value = spell(changed);
  const isSame = origin === "default" ? before === null : spell({ value: before }) === value;
  if (isSame) return `${key} is ${value || "not set"} already`;
  const was = before === null ? "" : ` (was ${cleanText(settingText(before))})`;
  return origin === "default" ? `Unset ${key}${was}` : `Set ${key} to ${value}${was}`;
}

function spell({ value }: Pick<SettingView, "value">): string {
  return value === null ? "" : cleanText(settingText(value));
}
