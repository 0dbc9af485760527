import { factsAt } from "../disk/file-reading.ts";
import { type HomeFolder, modes } from "../disk/home-folder.ts";

/** Moves a file somebody edited to `<path>.edited-<day>`, or the first such name that is free. */
export function keepBeside(home: HomeFolder, path: string, day: string): void {
  const facts = factsAt(home, path);
  if (facts === null) return;
  let kept = `${path}.edited-${day}`;
  for (let count = 2; factsAt(home, kept) !== null; count++)
    kept = `${path}.edited-${day}-${count}`;
  home.files.rename(path, kept);
  // A link must not lead the mode to what it points at.
  if (facts.isFile()) home.files.chmod(kept, modes.file);
}
