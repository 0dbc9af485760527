/** A count with its noun, which takes an s for all but one: `1 day`, `5 days`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
