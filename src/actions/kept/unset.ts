import { settingNamed } from "../../domain/settings/setting-table.ts";
import type { Deed } from "../action.ts";
import { text } from "../fields.ts";
import { inputOf } from "../input.ts";
import { changeSetting, type SettingChanged } from "./set.ts";

/** Takes a setting back to its usual value; a key that nothing reads may be taken out too. */
export const unset: Deed<{ readonly setting: string }, SettingChanged> = {
  name: "config unset",
  effect: "changes",
  input: inputOf({ setting: text }, {}),
  decide(books, { setting: key }) {
    if (!books.snapshot.settings().has(key)) settingNamed(key);
    return changeSetting(books, key, null);
  },
};
