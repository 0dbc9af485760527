import type { SettingValue } from "../../domain/settings/setting.ts";

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
