import type { Home } from "../disk/home.ts";
import { isAsStamped, type ViewsFile } from "./views-file.ts";

/** Reads every view and says which are not as they were written; nothing where no views are known. */
export function spoiltViews(home: Home, views: ViewsFile | null): string[] {
  return [...(views?.stamps ?? [])].flatMap(([view, stamp]) => {
    const content = home.read(view);
    if (content === null) return `${view} is missing`;
    return isAsStamped(content, stamp) ? [] : `${view} is not as it was written`;
  });
}
