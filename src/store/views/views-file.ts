import { Buffer } from "node:buffer";
import { crc32 } from "../disk/checksum.ts";
import type { Home } from "../disk/home.ts";
import type { Head } from "../journal/chain.ts";
import { newerFormat } from "../journal/line.ts";

/** `views.json`: how far the views have come and what each was when last written. The witness of the chain's head. */
export interface ViewsFile {
  readonly home_id: string;
  /** The last line whose edits the views hold. */
  readonly head: Head;
  /** By the view's name. */
  readonly stamps: ReadonlyMap<string, Stamp>;
}

/** What a view's file was when it was last written. */
export interface Stamp {
  /** Bytes; what lies beyond is an append not yet recorded. */
  readonly size: number;
  /** CRC-32 of those bytes. */
  readonly crc: number;
}

/** Whether a file's content begins with what was stamped. */
export function isAsStamped(bytes: Uint8Array, { size, crc }: Stamp): boolean {
  return bytes.length >= size && crc32(bytes.subarray(0, size)) === crc;
}

/** Reads every view and says which are not as they were written. */
export function spoiltViews(
  home: Home,
  { stamps }: ViewsFile,
): { view: string; problem: string }[] {
  return [...stamps].flatMap(([view, stamp]) => {
    const content = home.read(view);
    if (content === null) return { view, problem: `${view} is missing` };
    return isAsStamped(content, stamp) ? [] : { view, problem: `${view} is not as it was written` };
  });
}

/** Reads `views.json`; null where it is missing, damaged or of an older format: it can be made again from the journal. */
export function readViewsFile(home: Home): ViewsFile | null {
  const bytes = home.read(viewsName);
  if (bytes === null) return null;
  const end = bytes.length - checksumLength;
  if (end < 0 || checksumMember(bytes.subarray(0, end)) !== bytes.toString("latin1", end))
    return null;
  const { format, home_id, views, ...head } = JSON.parse(`${bytes.toString("utf8", 0, end)}}`);
  if (format > viewsFormat) throw newerFormat();
  if (format < viewsFormat) return null;
  return { home_id, head, stamps: new Map(Object.entries(views)) };
}

/** Puts `views.json` in place, not synced: after a power cut it is as good as its checksum. */
export function writeViewsFile(home: Home, { home_id, head, stamps }: ViewsFile): void {
  const { seq, hash, segment, offset } = head;
  const opening = { format: viewsFormat, home_id, seq, hash, segment, offset };
  const lines = [...stamps]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([view, { size, crc }]) => `${JSON.stringify(view)}:{"size":${size},"crc":${crc}}`);
  const body = Buffer.from(
    `${JSON.stringify(opening).slice(0, -1)},"views":{\n${lines.join(",\n")}\n}`,
  );
  home.replace(viewsName, Buffer.concat([body, Buffer.from(checksumMember(body))]));
}

export const viewsName = "views.json";
/** Format 1 held time and inode of every view; format 2 held those of some, and the others lay in files of their own. */
const viewsFormat = 3;

function checksumMember(body: Uint8Array): string {
  return `,"checksum":"${crc32(body).toString(16).padStart(8, "0")}"}\n`;
}

const checksumLength = checksumMember(new Uint8Array()).length;
