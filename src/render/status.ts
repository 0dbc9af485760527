import { type CycleStatus, cycleStatuses } from "../domain/cycles/cycle-status.ts";
import type { Style } from "./style.ts";

/** Gives the name of a status, with its sign or without, the colour of its meaning; any other text stays as it is. */
export function paintStatus(text: string, style: Style): string {
  const status = cycleStatuses.find((each) => text === each || text === `${signOf(each)} ${each}`);
  return status === undefined ? text : painted(text, status, style);
}

/** A status, on a terminal with a sign before it, so that colour is not all that tells them apart. */
export function statusText(status: CycleStatus, style: Style): string {
  return style.isTerminal ? `${signOf(status)} ${status}` : status;
}

function painted(text: string, status: CycleStatus, style: Style): string {
  switch (status) {
    case "paid":
      return style.good(text);
    case "missed":
    case "failed":
      return style.bad(text);
    case "partial":
    case "grace":
    case "due":
    case "overpaid":
      return style.warn(text);
    case "due-soon":
      return text;
    case "upcoming":
    case "skipped":
      return style.dim(text);
  }
}

/** One column of a terminal each. */
export function signOf(status: CycleStatus): string {
  switch (status) {
    case "paid":
      return "✓";
    case "overpaid":
      return "+";
    case "partial":
      return "~";
    case "skipped":
      return "-";
    case "failed":
      return "✗";
    case "missed":
      return "!";
    case "grace":
    case "due":
      return "*";
    case "due-soon":
    case "upcoming":
      return "·";
  }
}
