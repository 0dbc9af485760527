import type { Day } from "./calendar.ts";

/** What a person writes for a day, before it is known which of several days is meant. */
export type DayPhrase =
  /** `2026-02-05`, `feb 5 2026` */
  | { readonly kind: "day"; readonly day: Day }
  /** `today`, `3 days ago`, `in 2 weeks`, `in a month`: counted from today, backwards when negative. */
  | { readonly kind: "distance"; readonly count: number; readonly unit: "day" | "month" }
  /** `next friday`, `last friday`: the nearest one after or before today, never today. */
  | { readonly kind: "beside"; readonly side: "next" | "last"; readonly of: NamedDays }
  /** `sun mar 1`: a day that has to fall on that ISO weekday. */
  | { readonly kind: "on-weekday"; readonly weekday: number; readonly of: DayPhrase }
  /** `due`: the day that a cycle is due; `next`: the next open cycle. */
  | { readonly kind: "due" | "next" }
  | NamedDays;

/** A phrase that names many days: where it is written decides which one is meant. */
export type NamedDays =
  /** `5`, `5th` */
  | { readonly kind: "date"; readonly date: number }
  /** `feb 5`, `02-05` */
  | { readonly kind: "month-date"; readonly month: number; readonly date: number }
  /** `friday`; 1 is Monday. */
  | { readonly kind: "weekday"; readonly weekday: number }
  /** `last`, `end of month`, `end of feb`; a month of null is any. */
  | { readonly kind: "month-end"; readonly month: number | null };
