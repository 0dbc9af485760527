/** A record without the keys whose value was not given. */
export type Given<Said> = { [Key in keyof Said]?: Exclude<Said[Key], undefined> };

/** Leaves out the keys whose value is undefined: flags that were not given change nothing. */
export function given<Said extends object>(said: Said): Given<Said> {
  const kept: Given<Said> = { ...said };
  for (const key in kept) if (kept[key] === undefined) delete kept[key];
  return kept;
}
