import type { Checkpoint } from "../actions/told/checkpoint.ts";
import type { ShownEvent } from "../actions/told/event.ts";
import type { Noted } from "../actions/told/note.ts";
import type { Edit } from "../domain/change.ts";
import type { AuditEvent, Verification } from "../domain/history/audit-event.ts";
import { cleanText } from "./clean-text.ts";
import type { Style } from "./style.ts";

/** Changes as a table, newest first. */
export function renderEvents(events: readonly AuditEvent[], style: Style): string {
  if (events.length === 0) return "No changes.";
  return style.table(
    [
      { title: "No.", align: "right" },
      { title: "When" },
      { title: "Area", isOptional: true },
      { title: "What" },
      { title: "About", shrinkTo: 20 },
      { title: "Who", shrinkTo: 6, isOptional: true },
      { title: "Of", isOptional: true },
      { title: "Id" },
    ],
    events.map(({ seq, ts, actor, area, action, ref_id, meta, id }) => [
      String(seq),
      ts.slice(0, 16).replace("T", " "),
      area,
      action,
      aboutText(meta),
      actor,
      ref_id ?? "",
      id,
    ]),
  );
}

/** One change on a page, with every record it changed. */
export function renderShownEvent(event: ShownEvent, style: Style): string {
  const { seq, id, ts, actor, area, action, meta, edits, prev, hash } = event;
  return [
    style.bold(`${area} ${action} (${id})`),
    `number  ${seq}`,
    `when    ${ts}`,
    `who     ${cleanText(actor)}`,
    `about   ${aboutText(meta)}`,
    `after   ${prev}`,
    `hash    ${hash}`,
    ...renderEdits(edits, style),
  ].join("\n");
}

/** Every record of a change, with what is otherwise than before; an empty line before each. */
export function renderEdits(edits: readonly Edit[], style: Style): string[] {
  return edits.flatMap(({ collection, id, before, after }) => [
    "",
    style.bold(`${collection} ${cleanText(id)}`),
    ...changedKeys(before, after),
  ]);
}

/** `The chain holds: 412 changes, head 8f3a…` or what is wrong with it. */
export function renderVerdict({ ok, events, head, problems }: Verification, style: Style): string {
  if (ok) return `${style.good("The chain holds")}: ${events} lines, head ${head}`;
  return [
    style.bad("The chain does not hold:"),
    ...problems.map((each) => `  ${cleanText(each)}`),
  ].join("\n");
}

/** `412:8f3a…`: the head, for keeping elsewhere. */
export function renderCheckpoint({ seq, head }: Checkpoint): string {
  return `${seq}:${head}`;
}

/** `Noted: …` */
export function renderNoted({ note }: Noted): string {
  return `Noted: ${cleanText(note)}`;
}

/** `Rent 2026-03-01 1850.00 CAD`, then whatever else there is by its key. */
function aboutText(meta: AuditEvent["meta"]): string {
  const { name, note, cycle, amount, currency, payment_id: _id, ...others } = meta;
  const { asked: _asked, answer: _answer, ...rest } = others;
  const said = [name, note, cycle, amount, currency].filter((each) => typeof each === "string");
  const more = Object.entries(rest)
    .filter(([, value]) => value !== false && value !== 0)
    .map(([key, value]) => `${key}=${plain(value)}`);
  return cleanText([...said, ...more].join(" "));
}

function plain(value: unknown): string {
  if (Array.isArray(value) && value.every((each) => typeof each === "string")) {
    return value.join(",");
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** A line for each key that is otherwise than before; of a list a line for each of its parts that came or went. */
function changedKeys(before: object | null, after: object | null): string[] {
  const old = new Map<string, unknown>(Object.entries(before ?? {}));
  const made = new Map<string, unknown>(Object.entries(after ?? {}));
  return [...new Set([...old.keys(), ...made.keys()])].flatMap((key) =>
    changedValue(key, old.get(key), made.get(key)),
  );
}

function changedValue(key: string, from: unknown, to: unknown): string[] {
  if (Array.isArray(from) || Array.isArray(to)) {
    const [old, made] = [from, to].map((list) => (Array.isArray(list) ? list.map(spelled) : []));
    const gone = old?.filter((part) => made?.includes(part) === false) ?? [];
    const come = made?.filter((part) => old?.includes(part) === false) ?? [];
    return [
      ...gone.map((part) => `  ${key}: no more ${part}`),
      ...come.map((part) => `  ${key}: ${part}`),
    ];
  }
  const [was, is] = [spelled(from), spelled(to)];
  if (was === is) return [];
  return [was === "nothing" ? `  ${key}: ${is}` : `  ${key}: ${was} -> ${is}`];
}

/** As JSON, without what says nothing: null, and the keys of an object that are null. */
function spelled(value: unknown): string {
  if (value === undefined || value === null || value === "") return "nothing";
  if (isEmptyRecord(value)) return "nothing";
  return cleanText(JSON.stringify(value, (_key, part: unknown) => part ?? undefined));
}

const isEmptyRecord = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).length === 0;
