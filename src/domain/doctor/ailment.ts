/** Something that `doctor` found wrong in the home, or only worth knowing. */
export interface Ailment {
  readonly kind: AilmentKind;
  /** Whether it is to be mended; the others are notes. */
  readonly is_problem: boolean;
  /** The file in the home that it is about; null where it is about none. */
  readonly file: string | null;
  /** The id of the record that it is about; null where it is about none. */
  readonly record: string | null;
  readonly message: string;
  /** What would mend it. */
  readonly hint: string;
}

/** What an ailment may be about. */
export const ailmentKinds = [
  "journal",
  "view",
  "edited",
  "stray",
  "mode",
  "lock",
  "clock",
  "reference",
  "posting",
] as const;
export type AilmentKind = (typeof ailmentKinds)[number];
