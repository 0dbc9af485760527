import type { HomeFolder } from "../disk/home-folder.ts";
import { addEdit, emptyOverlay, type Overlay } from "../views/overlay.ts";
import { type Head, origin } from "./chain.ts";
import { type Survey, settledLines, surveyChain } from "./survey.ts";

/** Gathers what the journal did from a head on up to what a survey called settled. */
export function foldJournal(home: HomeFolder, from: Head, survey: Survey): Overlay {
  const overlay = emptyOverlay();
  for (const { line } of settledLines(home, from, survey)) {
    for (const edit of line.edits) addEdit(overlay, edit);
  }
  return overlay;
}

/** Gathers everything the home held at a head, from the first line on: slow, and always right. */
export function foldAll(home: HomeFolder, until: Head): Overlay {
  return foldJournal(home, origin, surveyChain(home, origin, { until }));
}
