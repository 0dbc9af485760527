/** What a repair did. */
export interface Repaired {
  /** The folder in the home with a copy of everything as it was before; null where nothing had to be mended. */
  readonly quarantine: string | null;
  /** A sentence for each thing that was done. */
  readonly done: readonly string[];
  /** What is wrong with the journal and stays so: its lines are passed over from now on. */
  readonly faults: readonly string[];
  /** How many records were put back from files that proved. */
  readonly recovered: number;
  /** The records that damaged lines spoke of and of which nothing is left. */
  readonly lost: readonly NamedRecord[];
}

/** A record as a line of the journal names it. */
export interface NamedRecord {
  readonly collection: string;
  readonly id: string;
}
