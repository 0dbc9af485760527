import type { Adopted } from "../actions/kept/adopt.ts";
import type { Diagnosis } from "../actions/kept/doctor.ts";
import type { Ailment } from "../domain/doctor/ailment.ts";
import type { Repaired } from "../domain/doctor/repaired.ts";
import { counted } from "../domain/words/counted.ts";
import { cleanText } from "./clean-text.ts";

/** What `doctor` found: a problem a line with what would mend it, then the notes. */
export function renderDiagnosis({ problems, notes }: Diagnosis): string {
  const told = [...problems, ...notes].flatMap(ailmentLines);
  if (problems.length > 0) return told.join("\n");
  return ["The home is in order.", ...told].join("\n");
}

/** What `doctor --repair` did. */
export function renderRepaired(repaired: Repaired): string {
  const { quarantine, done, faults, recovered, lost } = repaired;
  if (quarantine === null) return "There is nothing to repair.";
  return [
    `Everything as it was is kept in ${quarantine}.`,
    ...done.map((each) => `Done: ${cleanText(each)}.`),
    ...faults.map((fault) => `Set aside: ${cleanText(fault)}.`),
    ...(recovered === 0
      ? []
      : [`Put back from files that proved: ${counted(recovered, "record")}.`]),
    ...lost.map(({ collection, id }) => `Lost: ${cleanText(id)} of the ${cleanText(collection)}.`),
  ].join("\n");
}

/** What `doctor --adopt` took over. */
export function renderAdopted({ files, added, changed }: Adopted): string {
  if (files.length === 0) return "Nothing was changed by hand.";
  const names = files.map(cleanText).join(", ");
  return `Took over ${counted(added, "new record")} and ${counted(changed, "changed one")} from ${names}`;
}

function ailmentLines({ is_problem, message, hint }: Ailment): string[] {
  return [`${is_problem ? "Problem" : "Note"}: ${cleanText(message)}`, `  ${cleanText(hint)}`];
}
