import type { OutsideFiles } from "../context.ts";
import type { Day } from "../domain/days/calendar.ts";
import { Refusal } from "../domain/refusal.ts";
import { nearest } from "../domain/words/nearest.ts";
import type { HandEdits } from "../store/store.ts";
import type { Field, Shape } from "./fields.ts";

/** What was said to an action, by field: texts as they were typed, and yes or no. */
export type Said = Readonly<Record<string, unknown>>;

/** What reading an input may look at. */
export interface Around {
  today(): Day;
  readonly files: OutsideFiles;
  /** The currency of amounts that name none. */
  currency(): string;
  /** What was changed by hand in files of the home. */
  handEdits(): readonly HandEdits[];
}

/** How an action reads what was said to it. */
export interface InputParser<Input> {
  /** What may be said, by name: for schemas, and for telling flags of the action from flags of a screen. */
  readonly fields: Readonly<Record<string, FieldShape>>;
  read(said: Said, around: Around, action: string): Input | Promise<Input>;
}

/** A field as schemas show it. */
export interface FieldShape {
  readonly shape: Shape;
  readonly isRequired: boolean;
}

/** The values of some fields. */
export type ValuesOf<Fields> = {
  readonly [Name in keyof Fields]: Fields[Name] extends Field<infer Value> ? Value : never;
};

type Fields = Readonly<Record<string, Field<unknown>>>;

/**
 * An input of named fields. A field that was not said is absent from what is read. Refuses `missing-value` where a
 * required one is absent, `usage` where something else was said, and what a field does not take.
 */
export function inputOf<Required extends Fields, Optional extends Fields>(
  required: Required,
  optional: Optional,
): InputParser<ValuesOf<Required> & Partial<ValuesOf<Optional>>> {
  const fields = { ...shapesOf(required, true), ...shapesOf(optional, false) };
  return {
    fields,
    read: (said, { today }, action) => {
      refuseUnknown(said, Object.keys(fields), action);
      const read: Record<string, unknown> = {};
      for (const [name, field] of Object.entries({ ...required, ...optional })) {
        if (said[name] !== undefined) read[name] = field.read(said[name], flagOf(name), today);
        else if (name in required) throw missing(action, name);
      }
      // Every required field is there, and each was read by its own field.
      return read as ValuesOf<Required> & Partial<ValuesOf<Optional>>;
    },
  };
}

function shapesOf(fields: Fields, isRequired: boolean): Record<string, FieldShape> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { shape }]) => [name, { shape, isRequired }]),
  );
}

function refuseUnknown(said: Said, known: readonly string[], action: string): void {
  const unknown = Object.keys(said).find(
    (name) => said[name] !== undefined && !known.includes(name),
  );
  if (unknown === undefined) return;
  const [meant] = nearest(unknown, known);
  throw new Refusal(
    "usage",
    `${action} takes no ${flagOf(unknown)}`,
    meant === undefined ? `Leave out ${flagOf(unknown)}.` : `Did you mean ${flagOf(meant)}?`,
  );
}

function missing(action: string, name: string): Refusal {
  return new Refusal(
    "missing-value",
    `${action} needs ${name.replaceAll("_", " ")}`,
    `See: valhalla ${action} --help`,
  );
}

/** A field as it is typed: `late_fee` is `--late-fee`. */
const flagOf = (name: string): string => `--${name.replaceAll("_", "-")}`;
