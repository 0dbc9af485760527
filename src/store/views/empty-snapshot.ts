import { origin } from "../journal/chain.ts";
import type { Snapshot } from "./snapshot.ts";

/** A home that is not there yet: it holds nothing. */
export const emptySnapshot: Snapshot = {
  seq: 0,
  head: origin.hash,
  all: () => [],
  each: () => [],
  index: () => [],
  get: () => undefined,
  months: () => [],
  referenced: () => [],
  monthsHeld: () => [],
  settings: () => new Map(),
  keyed: () => null,
};
