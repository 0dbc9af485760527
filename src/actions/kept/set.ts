import type { Change, Decision } from "../../domain/change.ts";
import type { Setting, SettingValue } from "../../domain/settings/setting.ts";
import { settingNamed } from "../../domain/settings/setting-table.ts";
import type { Deed } from "../action.ts";
import type { Books } from "../books.ts";
import { text } from "../fields.ts";
import { inputOf } from "../input.ts";
import { type SettingView, settingView } from "./setting-view.ts";

/** A setting that was changed, with what it was before. */
export interface SettingChanged extends SettingView {
  readonly before: SettingValue | null;
}

interface SetInput {
  /** Its key. */
  readonly setting: string;
  readonly value: string;
}

/** Sets one setting; refuses an unknown key and a value that will not do. */
export const set: Deed<SetInput, SettingChanged> = {
  name: "config set",
  effect: "changes",
  input: inputOf({ setting: text, value: text }, {}),
  decide: (books, { setting: key, value }) =>
    changeSetting(books, key, settingNamed(key).read(value, key)),
};

/** Decides on a new value of a setting; null takes it back to what is usual. */
export function changeSetting(
  { snapshot }: Books,
  key: string,
  value: SettingValue | null,
): Decision<SettingChanged> {
  const before = snapshot.settings().get(key) ?? null;
  const outcome = { ...settingView(key, value ?? undefined), before };
  const isSame = JSON.stringify(before) === JSON.stringify(value);
  return { change: isSame ? null : changeOf(key, before, value), outcome };
}

function changeOf(key: string, before: SettingValue | null, after: SettingValue | null): Change {
  return {
    area: "settings",
    action: after === null ? "unset" : "set",
    ref_id: key,
    meta: {},
    edits: [
      {
        collection: "settings",
        id: key,
        before: settingOf(key, before),
        after: settingOf(key, after),
      },
    ],
  };
}

function settingOf(id: string, value: SettingValue | null): Setting | null {
  return value === null ? null : { id, value };
}
