/** On a terminal of fewer columns there is no room for words where a sign will do. */
export const narrow = 60;
