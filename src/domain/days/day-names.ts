/** The days of the week, Monday first. */
export const weekdayNames = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

/** The months of the year. */
export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** Finds the ISO weekday (1 is Monday) that a word names, whole or by three first letters or more; null where it names none. */
export function weekdayNamed(word: string): number | null {
  return numberNamed(word, weekdayNames);
}

/** Finds the month (1 is January) that a word names, whole or by three first letters or more; null where it names none. */
export function monthNamed(word: string): number | null {
  return numberNamed(word, monthNames);
}

function numberNamed(word: string, names: readonly string[]): number | null {
  const letters = word.toLowerCase();
  const index = names.findIndex((name) => name.toLowerCase().startsWith(letters));
  return letters.length < 3 || index === -1 ? null : index + 1;
}
