import type { Change, Decision, Edit } from "../domain/change.ts";
import { type Books, booksOf } from "./books.ts";
import { laidOver } from "./laid-over.ts";

/** One of several decisions that become one change. */
export type Step<Outcome> = (books: Books) => Decision<Outcome>;

/** What several steps decided. */
export interface Together<Outcome> {
  /** What was decided of each step, in order. */
  readonly outcomes: readonly Outcome[];
  readonly changes: readonly Change[];
  /** The edits of all of them, to be kept as one change. */
  readonly edits: readonly Edit[];
}

/**
 * Takes several decisions that are kept, shown and undone as one: each is made on the books as they will be with the
 * edits of those before it. What one of them refuses, all refuse.
 */
export function together<Outcome>(
  books: Books,
  steps: readonly Step<Outcome>[],
): Together<Outcome> {
  const outcomes: Outcome[] = [];
  const changes: Change[] = [];
  const edits: Edit[] = [];
  for (const step of steps) {
    const { change, outcome } = step(booksWith(books, edits));
    outcomes.push(outcome);
    if (change === null) continue;
    changes.push(change);
    edits.push(...change.edits);
  }
  return { outcomes, changes, edits };
}

function booksWith(books: Books, edits: readonly Edit[]): Books {
  return edits.length === 0 ? books : booksOf(laidOver(books.snapshot, edits), books);
}
