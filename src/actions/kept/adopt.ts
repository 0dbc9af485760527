import type { Edit } from "../../domain/change.ts";
import type { Collections } from "../../domain/collections.ts";
import { isSameRecord } from "../../domain/history/undo.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { HandEdits } from "../../store/store.ts";
import type { Deed } from "../action.ts";
import { text } from "../fields.ts";
import { type InputParser, inputOf } from "../input.ts";

/** What was taken over. */
export interface Adopted {
  /** The files whose changes were taken over. */
  readonly files: readonly string[];
  /** How many records are new, and how many are otherwise. */
  readonly added: number;
  readonly changed: number;
}

interface AdoptInput {
  readonly found: readonly FoundRecord[];
}

/** A record in a file that was changed by hand. */
type FoundRecord = { readonly file: string } & {
  readonly [Name in HandEdits["collection"]]: {
    readonly collection: Name;
    readonly record: Collections[Name];
  };
}[HandEdits["collection"]];

/**
 * Takes over what was changed by hand in files of the home, as one change. A record that is missing there is kept: records are
 * removed by their commands. Refuses (`bad-input-file`) what is no record.
 */
export const adopt: Deed<AdoptInput, Adopted> = {
  name: "doctor adopt",
  effect: "changes",
  input: handEditsInput(),
  decide({ snapshot }, { found }) {
    const edits: Edit[] = [];
    const files = new Set<string>();
    for (const { file, collection, record } of found) {
      const before = snapshot.get(collection, record.id) ?? null;
      if (isSameRecord(before, record)) continue;
      files.add(file);
      // The record was read by the shape of its collection.
      edits.push({ collection, id: record.id, before, after: record } as Edit);
    }
    const added = edits.filter(({ before }) => before === null).length;
    const outcome = { files: [...files], added, changed: edits.length - added };
    if (edits.length === 0) return { change: null, outcome };
    const meta = { files: outcome.files, records: edits.length };
    return { change: { area: "doctor", action: "adopt", ref_id: null, meta, edits }, outcome };
  },
};

function handEditsInput(): InputParser<AdoptInput> {
  const { fields, read } = inputOf({}, { file: text });
  return {
    fields,
    async read(said, around, action) {
      const { file } = await read(said, around, action);
      const { recordSchemas } = await import("../../schemas/collections.ts");
      const found = editsOf(around.handEdits(), file).flatMap((edited) =>
        edited.records.map((each) => {
          const parsed = recordSchemas[edited.collection].safeParse(each);
          if (!parsed.success) throw notARecord(edited, parsed.error.issues[0]);
          const { file, collection } = edited;
          // The shape is that of the collection.
          return { file, collection, record: parsed.data } as FoundRecord;
        }),
      );
      return { found };
    },
  };
}

/** What was changed by hand, in all files or in one. */
function editsOf(all: readonly HandEdits[], file: string | undefined): readonly HandEdits[] {
  const wanted = all.filter((edited) => file === undefined || edited.file === file);
  if (file === undefined || wanted.length > 0) return wanted;
  throw new Refusal(
    "not-found",
    `${file} was not changed by hand`,
    "See which files were: valhalla doctor",
  );
}

function notARecord(
  { file, collection }: HandEdits,
  issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined,
): Refusal {
  return new Refusal(
    "bad-input-file",
    `${file} holds something that is none of the ${collection}: ${issue?.path.join(".")}: ${issue?.message}`,
    "Mend it there in an editor, then run it again.",
  );
}
