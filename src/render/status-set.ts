import type { StatusSet } from "../actions/owed/set-status.ts";
import { counted } from "../domain/words/counted.ts";
import { cleanText } from "./clean-text.ts";
import { renderComing } from "./coming.ts";

/** `Paused Gym from 2026-02-01 until 2026-04-01`, then what came of it, and what is due next. */
export function renderStatusSet(done: string, set: StatusSet): string {
  const { on, until, superseded, kept, coming } = set;
  const end = until === null ? "" : ` until ${until}`;
  return [
    `${done} ${cleanText(set.name)} from ${on}${end}`,
    ...superseded.map((change) => `No longer ${change.status} from ${change.on}, as was planned`),
    ...(kept.length === 0 ? [] : [`Still owed, because money came for it: ${kept.join(", ")}`]),
    ...swallowedLines(set),
    renderComing(coming),
  ].join("\n");
}

/** What is told of the cycles of a plan that are not owed any more; a cancelled plan is over anyway. */
function swallowedLines({ swallowed, extended, until }: StatusSet): readonly string[] {
  if (swallowed.length === 0 || until === null) return [];
  const count = counted(swallowed.length, "payment");
  return [
    extended
      ? `${count} of the plan fell into it, and were added at the end`
      : `${count} of the plan fall into it and are not owed`,
  ];
}
