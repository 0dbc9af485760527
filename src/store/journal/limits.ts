/** How long what is appended may grow. */
export interface Limits {
  /** A change with more edits than this is cut into several lines; in characters of its edits. */
  readonly lineBytes: number;
  /** A segment of the journal is sealed once it is longer. */
  readonly segmentBytes: number;
}

/** The limits where nobody asks for others. */
export const usualLimits: Limits = { lineBytes: 1 << 18, segmentBytes: 1 << 20 };
