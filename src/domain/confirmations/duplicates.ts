import { type Confirmation, isOutlay } from "./confirmation.ts";

/**
 * Finds confirmations of one cycle that look like one payment recorded more than once: the same
 * reference, or the same day and amount where not both have one; but for those that are known not to be. Each group is in
 * order of recording.
 */
export function findDuplicates(confirmations: readonly Confirmation[]): Confirmation[][] {
  const groups: Confirmation[][] = [];
  const inOrder = confirmations
    .filter((each) => isOutlay(each) && !each.not_twice)
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
  for (const each of inOrder) {
    const group = groups.find(([first]) => first !== undefined && looksLike(first, each));
    if (group === undefined) groups.push([each]);
    else group.push(each);
  }
  return groups.filter((group) => group.length > 1);
}

function looksLike(one: Confirmation, other: Confirmation): boolean {
  if (one.ref !== null && other.ref !== null) return one.ref === other.ref;
  return one.paid_on === other.paid_on && one.amount === other.amount;
}

const key = ({ created_at, id }: Confirmation): string => `${created_at} ${id}`;
