/** What to do with a due day that is no business day, in the words of finance. */
export const rolls = ["none", "preceding", "following", "modified-following"] as const;
export type Roll = (typeof rolls)[number];
