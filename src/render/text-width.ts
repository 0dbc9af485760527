import measure from "fast-string-truncated-width";

/** The columns of a terminal that a text fills: two for CJK and emoji, none for combining marks. */
export function textWidth(text: string): number {
  return plainAscii.test(text) ? text.length : measure(text).width;
}

const plainAscii = /^[ -~]*$/;
