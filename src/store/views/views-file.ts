import { Buffer } from "node:buffer";
import { readWhole } from "../disk/file-reading.ts";
import { replaceFile } from "../disk/file-writing.ts";
import { type HomeFolder, inHome } from "../disk/home-folder.ts";
import { wordSum } from "../disk/word-sum.ts";
import type { Head } from "../journal/chain.ts";
import { newerFormat } from "../journal/journal-line.ts";

/** `views.json`: how far the views have come and what they were when last written. The witness of the chain's head. */
export interface ViewsFile {
  readonly home_id: string;
  /** The last line whose edits the views hold. */
  readonly head: Head;
  /** The stamps of the registry and of the shelves, on which those of all other views lie. */
  readonly stamps: ReadonlyMap<string, string>;
}

/** Reads `views.json`; null where it is missing, damaged or of an older format: it can be made again from the journal. */
export function readViewsFile(home: HomeFolder): ViewsFile | null {
  const content = readWhole(home, inHome(home, viewsName));
  if (content === null) return null;
  const text = content.bytes.toString("utf8");
  const body = text.slice(0, -checksumLength);
  if (text.slice(-checksumLength) !== checksumMember(body)) return null;
  const { format, home_id, views, ...head } = JSON.parse(`${body}}`);
  if (format > viewsFormat) throw newerFormat();
  if (format < viewsFormat) return null;
  return { home_id, head, stamps: new Map(Object.entries(views)) };
}

/** Puts `views.json` in place, not synced: after a power cut it is as good as its checksum. */
export function writeViewsFile(home: HomeFolder, { home_id, head, stamps }: ViewsFile): void {
  const { seq, hash, segment, offset } = head;
  const views = Object.fromEntries([...stamps].sort(([a], [b]) => (a < b ? -1 : 1)));
  const opening = { format: viewsFormat, home_id, seq, hash, segment, offset };
  const viewLines = JSON.stringify(views, null, 1);
  const body = `${JSON.stringify(opening).slice(0, -1)},"views":${viewLines}`;
  replaceFile(home, inHome(home, viewsName), Buffer.from(body + checksumMember(body)));
}

export const viewsName = "views.json";
/** In format 1 the stamps of all views stood in `views.json` itself. */
const viewsFormat = 2;

function checksumMember(body: string): string {
  return `,"checksum":"${wordSum(Buffer.from(body))}"}\n`;
}

const checksumLength = checksumMember("").length;
