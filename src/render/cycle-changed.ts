import type { CycleChanged } from "../actions/due/change-cycle.ts";
import type { Day } from "../domain/days/calendar.ts";
import { cleanText } from "./clean-text.ts";
import { renderComing } from "./coming.ts";
import { moneyText } from "./money.ts";

/** `Skipped Gym for 2026-03-15`, and what is due next. */
export function renderSkipped(changed: CycleChanged): string {
  return withComing(`Skipped ${cleanText(changed.name)} for ${changed.cycle}`, changed);
}

/** `Gym is due again on 2026-03-15` */
export function renderUnskipped(changed: CycleChanged): string {
  return withComing(`${cleanText(changed.name)} is due again on ${changed.date}`, changed);
}

/** `Moved Rent for 2026-03-01 to 2026-03-04`, and whether that day has passed. */
export function renderMoved(changed: CycleChanged, today: Day): string {
  const { name, cycle, date } = changed;
  const passed = date < today ? ", which has passed" : "";
  return withComing(`Moved ${cleanText(name)} for ${cycle} to ${date}${passed}`, changed);
}

/** `Expecting 132.10 CAD for Hydro 2026-03-15` */
export function renderExpected(changed: CycleChanged): string {
  const { name, cycle } = changed;
  return withComing(`Expecting ${moneyText(changed)} for ${cleanText(name)} ${cycle}`, changed);
}

function withComing(text: string, { coming }: CycleChanged): string {
  return `${text}\n${renderComing(coming)}`;
}
