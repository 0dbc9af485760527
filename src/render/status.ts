import { type CycleStatus, cycleStatuses } from "../domain/cycles/cycle-status.ts";
import type { Style } from "./style.ts";

/** Gives the name of a status the colour of its meaning; any other text stays as it is. */
export function paintStatus(text: string, style: Style): string {
  const status = cycleStatuses.find((each) => each === text);
  return status === undefined ? text : painted(status, style);
}

function painted(status: CycleStatus, style: Style): string {
  switch (status) {
    case "paid":
      return style.good(status);
    case "missed":
    case "failed":
      return style.bad(status);
    case "partial":
    case "grace":
    case "due":
    case "overpaid":
      return style.warn(status);
    case "due-soon":
      return status;
    case "upcoming":
    case "skipped":
      return style.dim(status);
  }
}
