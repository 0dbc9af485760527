import type { HomeFolder } from "../disk/home-folder.ts";
import type { Moment } from "./moment.ts";
import { parseLines, type RawText } from "./record-lines.ts";
import { readView } from "./view-reading.ts";
import { isShelf, shelfOf } from "./view-table.ts";

/** A file of stamps. */
export interface Shelf {
  /** By view. */
  readonly stamps: ReadonlyMap<string, string>;
  /** In lines, those of no use any more too. */
  readonly length: number;
}

/**
 * The stamps of the views at one moment. `views.json` has that of the registry; those of months and references lie on
 * shelves, which `views.json` stamps in turn, so that a start reads no more of them than its question needs.
 */
export class Stamps {
  private readonly home: HomeFolder;
  private readonly boot: string;
  /** What `views.json` itself stamps: the registry and the shelves. */
  private readonly direct: ReadonlyMap<string, string>;
  /** By name, those that were looked at; null where one is not as it was written. */
  private readonly shelves = new Map<string, Shelf | null>();

  constructor(home: HomeFolder, { views, boot }: Pick<Moment, "views" | "boot">) {
    this.home = home;
    this.boot = boot;
    this.direct = views?.stamps ?? new Map();
  }

  /** The stamp of a view; undefined where it has none, null where its shelf is spoilt. */
  of(view: string): string | null | undefined {
    const shelf = shelfOf(view);
    if (shelf === null) return this.direct.get(view);
    const found = this.shelf(shelf);
    return found === null ? null : found.stamps.get(view);
  }

  /** Every view with a stamp that can be read. */
  views(): string[] {
    this.readAll();
    const direct = [...this.direct.keys()].filter((name) => !isShelf(name));
    const shelved = [...this.shelves.values()].flatMap((shelf) => [
      ...(shelf?.stamps.keys() ?? []),
    ]);
    return [...direct, ...shelved];
  }

  /** Looks at every shelf, and answers which are spoilt. */
  readAll(): readonly string[] {
    for (const name of this.direct.keys()) if (isShelf(name)) this.shelf(name);
    return this.spoilt;
  }

  /** The shelves that were looked at and are not as they were written. */
  get spoilt(): readonly string[] {
    return [...this.shelves].flatMap(([name, shelf]) => (shelf === null ? name : []));
  }

  /** A shelf by its name; null where it is not as it was written. */
  shelf(name: string): Shelf | null {
    const known = this.shelves.get(name);
    if (known !== undefined) return known;
    const stamp = this.direct.get(name);
    const shelf = stamp === undefined ? emptyShelf : this.read(name, stamp);
    this.shelves.set(name, shelf);
    return shelf;
  }

  private read(name: string, stamp: string): Shelf | null {
    const text = readView(this.home, name, stamp, this.boot);
    return text === null ? null : shelfIn(text.raw);
  }
}

/** A shelf without a stamp. */
export const emptyShelf: Shelf = { stamps: new Map(), length: 0 };

/** Says on a shelf what the stamp of a view is from now on; null where it holds nothing any more. */
export function stampLine(view: string, stamp: string | null): string {
  return JSON.stringify({ id: view, stamp });
}

/** The last line of a view counts. */
function shelfIn(text: RawText): Shelf {
  const lines = parseLines<{ id: string; stamp: string | null }>(text);
  const stamps = new Map<string, string>();
  for (const { id, stamp } of lines) {
    if (stamp === null) stamps.delete(id);
    else stamps.set(id, stamp);
  }
  return { stamps, length: lines.length };
}
