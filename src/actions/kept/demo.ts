import { type Day, earlier } from "../../domain/days/calendar.ts";
import { editsOf, sampleHousehold } from "../../sample/household.ts";
import type { Deed } from "../action.ts";
import { inputOf } from "../input.ts";

/** What the books of the sample household hold. */
export interface DemoBooks {
  readonly payments: number;
  readonly confirmations: number;
  /** The day of the first confirmation. */
  readonly from: Day;
  readonly to: Day;
}

/** The books of the demo, and the commands that were run on them. */
export interface Demo extends DemoBooks {
  /** Where the books are; null when they are gone. */
  readonly home: string | null;
  readonly kept: boolean;
  readonly steps: readonly DemoStep[];
}

/** A command that was run. */
export interface DemoStep {
  readonly why: string;
  /** As it would be typed. */
  readonly command: string;
  readonly exit: number;
  /** What it printed, on both streams. */
  readonly output: string;
}

/** Puts the sample household into the books, as one change. */
export const buildDemo: Deed<object, DemoBooks> = {
  name: "demo",
  effect: "changes",
  input: inputOf({}, {}),
  decide({ today }) {
    const household = sampleHousehold(today);
    const days = household.flatMap(({ confirmations }) =>
      confirmations.map((each) => each.paid_on),
    );
    const counts = { payments: household.length, confirmations: days.length };
    const edits = editsOf(household);
    return {
      change: { area: "demo", action: "build", ref_id: null, meta: counts, edits },
      outcome: {
        ...counts,
        from: days.reduce((first, day) => earlier(first, day), today),
        to: today,
      },
    };
  },
};
