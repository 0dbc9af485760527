import { settingNamed } from "../../domain/settings/setting-table.ts";
import type { Question } from "../action.ts";
import { text } from "../fields.ts";
import { inputOf } from "../input.ts";
import { type SettingView, settingView } from "./setting-view.ts";

/** Shows one setting; refuses (`not-found`) an unknown key. */
export const setting: Question<{ readonly setting: string }, SettingView> = {
  name: "config get",
  effect: "reads",
  input: inputOf({ setting: text }, {}),
  decide({ snapshot }, { setting: key }) {
    settingNamed(key);
    return settingView(key, snapshot.settings().get(key));
  },
};
