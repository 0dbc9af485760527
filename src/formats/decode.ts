import { Refusal } from "../domain/refusal.ts";

/** The text of a file in UTF-8, with or without a byte order mark. Refuses (`bad-input-file`) any other encoding. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal("bad-input-file", "the file is not text in UTF-8", "Save it as UTF-8 first.");
  }
}
