import type { Ids } from "../context.ts";
import type { Given } from "./action.ts";

type Prefix = Parameters<Given["id"]>[0];

/**
 * Gives the ids of a decision. Whoever decides again calls this again and is given the same ids in the same order, so
 * that what was shown is what is kept.
 */
export function drawnIds(ids: Ids): () => Given["id"] {
  const drawn = new Map<Prefix, string[]>();
  return () => {
    const used = new Map<Prefix, number>();
    return (prefix) => {
      const ofPrefix = drawn.get(prefix) ?? [];
      drawn.set(prefix, ofPrefix);
      const place = used.get(prefix) ?? 0;
      used.set(prefix, place + 1);
      const id = ofPrefix[place] ?? ids.next(prefix);
      ofPrefix[place] = id;
      return id;
    };
  };
}
