import type { Edit } from "../../domain/change.ts";
import type { RefusedRow } from "../../domain/imports/foreign.ts";

/** What an import would do to the home: counted, and as edits. */
export interface ImportPlan extends ImportCounts {
  /** Made one by one when they are asked for: there may be hundreds of thousands. */
  readonly edits: Iterable<Edit>;
}

/** What came in, and what did not. */
export interface ImportCounts {
  readonly payments: Taken;
  readonly confirmations: TakenConfirmations;
  readonly transactions: Taken;
  readonly settings: Taken;
  readonly refused: readonly RefusedRow[];
}

export interface Taken {
  readonly added: number;
  /** Those the home has already; it keeps its own. */
  readonly duplicates: number;
}

export interface TakenConfirmations extends Taken {
  /** Of those added: the ones with a cycle. */
  readonly linked: number;
  readonly unlinked: number;
}

export const nothingTaken: Taken = { added: 0, duplicates: 0 };
