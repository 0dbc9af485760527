import * as z from "zod";
import type { Action } from "../actions/action.ts";
import type { Shape } from "../actions/fields.ts";

/** An action, with what may be said to it and what it answers. */
export interface ActionShape {
  readonly action: Action<unknown, object>;
  readonly input: z.ZodObject;
  readonly output: z.ZodType;
}

/** The shape of an action: its input by its fields, its outcome as given. */
export function shapeOf<Input, Outcome extends object>(
  action: Action<Input, Outcome>,
  output: z.ZodType<Outcome>,
): ActionShape {
  const fields = Object.entries(action.input.fields).map(([name, { shape, isRequired }]) => {
    const value = zodOf(shape);
    return [name, isRequired ? value : value.exactOptional()] as const;
  });
  return { action, input: z.strictObject(Object.fromEntries(fields)), output };
}

/** What may be said to a field. Days and amounts are texts, which the action reads. */
function zodOf(shape: Shape): z.ZodType {
  switch (shape.is) {
    case "text":
      return z.string();
    case "texts":
      return z.array(z.string());
    case "day":
      return z.string().meta({ description: "a day: YYYY-MM-DD, or as a person writes it" });
    case "or-nothing":
      return z.union([z.literal(""), zodOf(shape.of)]);
    case "yes-or-no":
      return z.boolean();
    case "whole-number":
      return z.int().min(shape.least).max(shape.most);
    case "choice":
      return z.enum(shape.of);
  }
}
