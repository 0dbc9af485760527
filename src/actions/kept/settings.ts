import { settingTable } from "../../domain/settings/setting-table.ts";
import type { Question } from "../action.ts";
import { inputOf } from "../input.ts";
import { type SettingView, settingView } from "./setting-view.ts";

/** Shows every setting: those that are set and those that have a usual value. */
export const settings: Question<object, readonly SettingView[]> = {
  name: "config list",
  effect: "reads",
  input: inputOf({}, {}),
  decide({ snapshot }) {
    const set = snapshot.settings();
    const usual = settingTable.map(({ key }) => key).filter((key) => !key.includes("<"));
    const others = [...set.keys()].filter((key) => !usual.includes(key)).sort();
    return [...usual, ...others].map((key) => settingView(key, set.get(key)));
  },
};
