import { isKept, type NamesKept, namesKept } from "../../domain/collections.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { Home } from "../disk/home.ts";
import { fileView, folderOf, monthView } from "../views/layout.ts";
import { isAsStamped, readViewsFile } from "../views/views-file.ts";

/** What stands in a file of the home that was changed by hand. */
export interface HandEdits {
  readonly file: string;
  readonly collection: NamesKept<"list" | "month">;
  /** As they were parsed: nobody has looked yet whether they are records. */
  readonly records: readonly unknown[];
}

/**
 * Reads the records of every view that is not as it was written, and of those that were kept beside. Refuses (`bad-input-file`)
 * a file that is not JSON.
 */
export function readHandEdits(home: Home): HandEdits[] {
  const stamps = readViewsFile(home)?.stamps;
  const names = [...namesKept("list"), ...namesKept("month")];
  return names.flatMap((collection) =>
    home
      .list(folderOf(collection))
      .map((name) => `${folderOf(collection)}/${name}`)
      .filter((file) => isOfCollection(file, collection))
      .flatMap((file) => {
        const bytes = home.read(file);
        const stamp = stamps?.get(file);
        if (bytes === null || (stamp !== undefined && isAsStamped(bytes, stamp))) return [];
        return { file, collection, records: recordsIn(file, bytes.toString("utf8"), collection) };
      }),
  );
}

function isOfCollection(file: string, collection: HandEdits["collection"]): boolean {
  const [view = ""] = file.split(".edited-");
  if (!isKept(collection, "month")) return view === fileView(collection);
  const [, month = ""] = /\/(\d{4}-\d{2})\.jsonl$/.exec(view) ?? [];
  return month !== "" && view === monthView(collection, month);
}

function recordsIn(file: string, text: string, collection: HandEdits["collection"]): unknown[] {
  try {
    if (isKept(collection, "month")) {
      return text
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line) => JSON.parse(line));
    }
    const whole: unknown = JSON.parse(text);
    const records: unknown = Reflect.get(Object(whole), collection);
    if (Array.isArray(records)) return records;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new Refusal(
    "bad-input-file",
    `${file} cannot be read as JSON`,
    "Mend it in an editor, or have it made again from the journal: valhalla doctor --repair",
  );
}
