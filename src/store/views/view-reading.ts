import { isAscii } from "node:buffer";
import { openToRead, readAt, readWhole } from "../disk/file-reading.ts";
import { type HomeFolder, inHome } from "../disk/home-folder.ts";
import { type RawText, rawOf } from "./record-lines.ts";
import { isUntouched, matches, parseStamp, printStamp, stampOf } from "./view-stamp.ts";

/** A view's content. */
export interface ViewText {
  readonly raw: RawText;
  /** Whether the raw text is the text: then nothing needs decoding. */
  readonly isAscii: boolean;
}

/** A view as it was stamped. */
export interface StampedText extends ViewText {
  /** Another stamp of the same content, where the file's looks are not those stamped: it was copied, or the machine started anew. */
  readonly renewed: string | null;
}

/** Reads a view as it was stamped, without what was appended since; null where the file is not that any more. */
export function readView(
  home: HomeFolder,
  view: string,
  printedStamp: string,
  boot: string,
): StampedText | null {
  const stamp = parseStamp(printedStamp);
  const content = readWhole(home, inHome(home, view));
  if (content === null) return null;
  const { facts } = content;
  const isAsStamped = isUntouched(stamp, facts, boot);
  if (!isAsStamped && !matches(stamp, content.bytes)) return null;
  const bytes = content.bytes.subarray(0, stamp.size);
  const isWhole = facts.size === stamp.size;
  const renewed = isAsStamped || !isWhole ? null : printStamp(stampOf(facts, stamp.crc, boot));
  return { raw: rawOf(bytes), isAscii: isAscii(bytes), renewed };
}

/** Reads a part of a view, if its file is as it was stamped by the look of it; null where it is not. */
export function readPart(
  home: HomeFolder,
  view: string,
  printedStamp: string,
  boot: string,
  { at, length }: { readonly at: number; readonly length: number },
): RawText | null {
  const fd = openToRead(home, inHome(home, view));
  if (fd === null) return null;
  try {
    if (!isUntouched(parseStamp(printedStamp), home.files.fstat(fd), boot)) return null;
    return rawOf(readAt(home, fd, at, length));
  } finally {
    home.files.close(fd);
  }
}
