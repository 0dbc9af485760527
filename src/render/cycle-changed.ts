import type { CycleChanged } from "../actions/due/change-cycle.ts";
import { cleanText } from "./clean-text.ts";
import { moneyText } from "./money.ts";

/** `Skipped Gym for 2026-03-15, next due 2026-04-15` */
export function renderSkipped({ name, cycle, next_due }: CycleChanged): string {
  const next = next_due === null ? "nothing due after it" : `next due ${next_due}`;
  return `Skipped ${cleanText(name)} for ${cycle}, ${next}`;
}

/** `Gym is due again on 2026-03-15` */
export function renderUnskipped({ name, date }: CycleChanged): string {
  return `${cleanText(name)} is due again on ${date}`;
}

/** `Moved Rent for 2026-03-01 to 2026-03-04` */
export function renderMoved({ name, cycle, date }: CycleChanged): string {
  return `Moved ${cleanText(name)} for ${cycle} to ${date}`;
}

/** `Expecting 132.10 CAD for Hydro 2026-03-15` */
export function renderExpected(changed: CycleChanged): string {
  return `Expecting ${moneyText(changed)} for ${cleanText(changed.name)} ${changed.cycle}`;
}
