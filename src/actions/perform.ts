import type { Context } from "../context.ts";
import type { Decision } from "../domain/change.ts";
import type { Receipt } from "../domain/history/audit-event.ts";
import type { KeyedLine, Snapshot } from "../store/store.ts";
import type { Deed, Question } from "./action.ts";
import { drawnIds } from "./drawn-ids.ts";
import { firstAnswer } from "./first-answer.ts";
import type { Said } from "./input.ts";
import { checkedKey, keptUnder, refuseReused } from "./key.ts";
import { openBooks, withRules } from "./open-books.ts";
import { type ShownChange, shownChange } from "./shown-change.ts";

/** How a change is asked for. */
export interface Manner {
  /** Decides and shows the change, and keeps nothing. */
  readonly dry_run: boolean;
  /** The same key a second time gives the first answer and changes nothing; null takes no key. */
  readonly key: string | null;
}

/** What became of a change that was asked for. */
export interface Performed<Outcome> {
  /** Null only where the key was used before, and the first answer was too long to keep. */
  readonly outcome: Outcome | null;
  /** Where the change stands in the journal; null where nothing had to change, and after a dry run. */
  readonly receipt: Receipt | null;
  /** After a dry run: the change that would be kept, null where there is none. */
  readonly would?: ShownChange | null;
  /** Where the key was used before: the event that took its change back since, or null. */
  readonly repeats?: { readonly undone_by: string | null };
}

/** Answers a question from the books, without a lock. A home that is not there yet holds nothing. */
export async function ask<Input, Outcome extends object>(
  context: Context,
  question: Question<Input, Outcome>,
  said: Said,
): Promise<Outcome> {
  const { store, booksOf, around } = openBooks(context);
  const input = await question.input.read(said, around, question.name);
  const given = givenBy(context);
  return withRules(() =>
    store.read((snapshot) => question.decide(booksOf(snapshot), input, given())),
  );
}

/**
 * Decides a deed on the books and keeps what was decided as one change, or only shows it. Nothing else writes. A home
 * that is not there yet is made by its first change. Refuses (`key-reused`) a key that was used for something else.
 */
export async function perform<Input, Outcome extends object>(
  context: Context,
  deed: Deed<Input, Outcome>,
  said: Said,
  { dry_run, key }: Manner = { dry_run: false, key: null },
): Promise<Performed<Outcome>> {
  const keyed = key === null ? null : { key: checkedKey(key), action: deed.name, input: said };
  const { store, booksOf, around } = openBooks(context);
  const input = await deed.input.read(said, around, deed.name);
  const given = givenBy(context);
  const decide = (snapshot: Snapshot): Decision<Verdict<Outcome>> => {
    const first = keyed === null ? null : snapshot.keyed(keyed.key);
    if (keyed !== null && first !== null) {
      refuseReused(keyed, first);
      return { change: null, outcome: { first } };
    }
    const { change, outcome } = deed.decide(booksOf(snapshot), input, given());
    const kept = change === null || keyed === null ? change : keptUnder(keyed, change, outcome);
    return { change: kept, outcome: { outcome } };
  };
  const decided = await withRules(() =>
    dry_run
      ? store.read((snapshot) => shown(decide(snapshot), context))
      : store.commit(decide, { init: true }),
  );
  const { outcome: verdict, ...became } = decided;
  if (!("first" in verdict)) return { ...verdict, ...became };
  return firstAnswer<Outcome>(deed.name, verdict.first);
}

/** What was decided, or the line that was kept under the same key before. */
type Verdict<Outcome> = { readonly outcome: Outcome } | { readonly first: KeyedLine };

function shown<Outcome>({ change, outcome }: Decision<Outcome>, { todayGiven }: Context) {
  return { outcome, receipt: null, would: change && shownChange(change, todayGiven) };
}

/** Makes what each decision is given; the instant and the ids are the same however often it is made. */
function givenBy(context: Context) {
  const now = context.clock.now();
  const ids = drawnIds(context.ids);
  return () => ({ now, id: ids() });
}
