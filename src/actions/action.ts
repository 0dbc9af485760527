import type { Ids } from "../context.ts";
import type { Decision } from "../domain/change.ts";
import type { Instant } from "../domain/days/instant.ts";
import type { Books } from "./books.ts";
import type { InputParser } from "./input.ts";

/** One thing that can be done with the books, defined once; commands and every other way in are faces of it. */
export type Action<Input, Outcome extends object> = Question<Input, Outcome> | Deed<Input, Outcome>;

/** An action that reads the books and answers. */
export interface Question<Input, Outcome extends object> extends Named<Input> {
  readonly effect: "reads";
  /** Answers from the books. Pure: it may be asked again where another writer came in between. */
  decide(books: Books, input: Input, given: Given): Outcome;
}

/** An action that changes the books. */
export interface Deed<Input, Outcome extends object> extends Named<Input> {
  readonly effect: "changes";
  /** Says what shall change and what is to be told. Pure: it may decide again on later books. */
  decide(books: Books, input: Input, given: Given): Decision<Outcome>;
}

interface Named<Input> {
  /** The words it is called by: those of its command line. */
  readonly name: string;
  readonly input: InputParser<Input>;
}

/** What a decision is given besides the books and its input. */
export interface Given {
  /** The instant of the decision, for records that say when they were made. */
  readonly now: Instant;
  /** A new id; a decision that is made again is given the same ones, in the same order. */
  id(prefix: Parameters<Ids["next"]>[0]): string;
}
