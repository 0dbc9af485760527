import type { Context } from "../context.ts";
import { loadRules, RulesNotLoaded } from "../domain/days/rule.ts";
import { setting, settingIn } from "../domain/settings/setting-table.ts";
import { type Snapshot, Store, type StoreOptions } from "../store/store.ts";
import { type Books, booksOf } from "./books.ts";
import type { Around } from "./input.ts";

/** The store of a home, and what actions see of it. */
export interface OpenBooks {
  readonly store: Store;
  booksOf(snapshot: Snapshot): Books;
  /** What an input may be read by. */
  readonly around: Around;
}

/** What the books are kept on, where a test hands in another disk or machine than the real ones. */
export interface KeptOn {
  readonly keptOn?: Pick<StoreOptions, "files" | "machine" | "limits">;
}

/** Opens the books of the home that the context names; nothing is read yet. */
export function openBooks(context: Context & KeptOn): OpenBooks {
  const store = new Store({
    ...context.keptOn,
    home: context.home,
    clock: context.clock,
    get actor() {
      return context.actor;
    },
    todayGiven: context.todayGiven,
    newId: context.ids.next,
    waitMs: context.waitMs,
    warn: (text) => context.err.write(`valhalla: ${text}\n`),
  });
  return {
    store,
    booksOf: (snapshot) =>
      booksOf(snapshot, { home: context.home, journal: store, today: context.clock.today() }),
    around: {
      today: () => context.clock.today(),
      files: context.files,
      handEdits: () => store.handEdits(),
      currency: () => store.read((snapshot) => settingIn(snapshot.settings(), setting.currency)),
    },
  };
}

/** The engine for RRULEs is large and seldom needed, so it is loaded when a payment turns out to have one. */
export async function withRules<Result>(attempt: () => Result): Promise<Result> {
  try {
    return attempt();
  } catch (error) {
    if (!(error instanceof RulesNotLoaded)) throw error;
    await loadRules();
    return attempt();
  }
}
