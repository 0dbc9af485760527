import type { Undone } from "../actions/told/undo.ts";
import { cleanText } from "./clean-text.ts";

/** `Undid confirm of Rent (ev_8f3a21bc90de)` */
export function renderUndone({ undone, records }: Undone): string {
  const { action, ref_id, meta, id } = undone;
  const name = typeof meta["name"] === "string" ? meta["name"] : ref_id;
  const subject = name ?? `${records} ${records === 1 ? "record" : "records"}`;
  return `Undid ${cleanText(action)} of ${cleanText(subject)} (${id})`;
}
