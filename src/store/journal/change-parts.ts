import type { Edit } from "../../domain/change.ts";
import { Refusal } from "../../domain/refusal.ts";
import { isShallow } from "../disk/json-depth.ts";

/** As many edits, as JSON texts, as one line of the journal takes. */
export interface Part {
  /** Counted from 1. */
  readonly number: number;
  readonly edits: readonly string[];
  readonly isLast: boolean;
}

/** Cuts edits into the lines of a change, reading them once and holding one line's at a time. There is always a last part. */
export function* changeParts(edits: Iterable<Edit>, lineBytes: number): Generator<Part> {
  let texts: string[] = [];
  let length = 0;
  let number = 1;
  for (const edit of edits) {
    const text = editText(edit);
    if (length > 0 && length + text.length > lineBytes) {
      yield { number, edits: texts, isLast: false };
      number += 1;
      texts = [];
      length = 0;
    }
    texts.push(text);
    length += text.length;
  }
  yield { number, edits: texts, isLast: true };
}

function editText({ collection, id, before, after }: Edit): string {
  if (isShallow(after)) return JSON.stringify({ collection, id, before, after });
  throw new Refusal("bad-value", "a record nests too deeply to keep", "Flatten it.");
}
