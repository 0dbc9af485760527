import * as z from "zod";
import { type Day, isDay } from "../domain/days/calendar.ts";

/** A calendar day, `YYYY-MM-DD`. */
export const day = z
  .custom<Day>((value) => typeof value === "string" && isDay(value))
  .meta({ type: "string", format: "date" });

/** A moment in UTC. */
export const instant = z.string().meta({ format: "date-time" });

/** An amount: a decimal number as text, beside a currency. */
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);

/** The same amount as a whole number of the currency's smallest unit. */
export const minor = z.int();

/** Three letters of ISO 4217. */
export const currency = z.string().regex(/^[A-Z]{3}$/);

/** The id of a record: its kind and twelve characters, or the one it came with from elsewhere. */
export const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]*$/);

/** A list. */
export const listOf = <Each extends z.ZodType>(each: Each) => z.array(each);
