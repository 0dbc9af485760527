import type { Context } from "../context.ts";
import type { Edit } from "../domain/change.ts";
import { Refusal } from "../domain/refusal.ts";
import { settingNamed } from "../domain/settings/setting-table.ts";
import { changeBooks, openStore, type Receipted } from "./books.ts";

/** The settings that books begin with, as typed; null leaves what is usual. */
export interface InitInput {
  readonly currency: string | null;
  readonly timezone: string | null;
  readonly account: string | null;
}

/** Books that were started. */
export interface Initialized {
  readonly home: string;
  readonly currency: string | null;
  readonly timezone: string | null;
  readonly account: string | null;
}

/** Starts the books in the home. Refuses (`already-done`) where there are some. */
export async function initBooks(
  context: Context,
  input: InitInput,
): Promise<Initialized & Receipted> {
  const edits = settingEdits(input);
  refuseBegun(context);
  openStore(context).init();
  return changeBooks(context, () => ({
    change: { area: "settings", action: "init", ref_id: null, meta: {}, edits },
    outcome: { home: context.home, ...input },
  }));
}

/** Refuses (`already-done`) a home that holds books, before anybody is asked anything. */
export function refuseBegun(context: Context): void {
  if (!openStore(context).isHome()) return;
  throw new Refusal(
    "already-done",
    `there are books in ${context.home} already`,
    "See what is in them: valhalla list. What was set is changed with valhalla config.",
  );
}

function settingEdits(input: InitInput): Edit[] {
  return (["currency", "timezone", "account"] as const).flatMap((key): Edit[] => {
    const text = input[key];
    if (text === null) return [];
    const after = { id: key, value: settingNamed(key).read(text, key) };
    return [{ collection: "settings", id: key, before: null, after }];
  });
}
