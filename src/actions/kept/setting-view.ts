import type { Origin } from "../../context.ts";
import type { SettingValue } from "../../domain/settings/setting.ts";
import { settingFault, settingKnown } from "../../domain/settings/setting-table.ts";

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

/** Shows a setting; `set` is what the user set it to, undefined where it has its usual value. */
export function settingView(key: string, set: SettingValue | undefined): SettingView {
  const known = settingKnown(key);
  return {
    key,
    value: set ?? known?.usual ?? null,
    origin: set === undefined ? "default" : "config.json",
    meaning: known?.meaning ?? null,
    problem: set === undefined ? null : settingFault(key, set),
  };
}
