/** Records of one kind on their way out. */
export interface ExportSection {
  /** What they are called together: `payments`. */
  readonly name: string;
  /** What one of them is called: `payment`. */
  readonly type: string;
  /** Read once, in order; there may be hundreds of thousands. */
  readonly rows: Iterable<object>;
}
