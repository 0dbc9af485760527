/**
 * Pairs rows with columns, one to one: as many pairs as there can be, and of all such pairings the one
 * that costs least. `costOf` gives what a pair costs, a whole number from 0 to `mostCost`, or null where
 * the two may not be paired. The same input always gives the same answer.
 *
 * The Hungarian method, one row at a time: rows × rows × columns steps.
 *
 * @returns the row of each paired column
 */
export function cheapestPairing(
  rows: number,
  columns: number,
  costOf: (row: number, column: number) => number | null,
  mostCost: number,
): Map<number, number> {
  const penalty = mostCost * rows + 1;
  const cost = (row: number, column: number): number =>
    column < columns ? (costOf(row, column) ?? Number.POSITIVE_INFINITY) : penalty;
  // A row that gets no true column takes one of those beyond, which cost more than all true ones together.
  const all = Array.from({ length: columns + rows }, (_, index) => new Column(index));
  for (let index = 0; index < rows; index += 1) seat({ index, potential: 0 }, all, cost);

  const pairs = new Map<number, number>();
  for (const { index, row } of all) {
    if (row !== null && index < columns) pairs.set(index, row.index);
  }
  return pairs;
}

interface Row {
  readonly index: number;
  potential: number;
}

class Column {
  readonly index: number;
  row: Row | null = null;
  potential = 0;
  /** What the cheapest way to it costs beyond those that were followed. */
  reached = 0;
  /** The column before it on that way; null where the way begins. */
  via: Column | null = null;
  isFollowed = false;

  constructor(index: number) {
    this.index = index;
  }
}

type Cost = (row: number, column: number) => number;

/** Gives a new row a column, moving other rows to other columns where that is cheapest. */
function seat(row: Row, columns: readonly Column[], cost: Cost): void {
  for (const column of columns) {
    column.reached = Number.POSITIVE_INFINITY;
    column.via = null;
    column.isFollowed = false;
  }
  let last = follow(row, null, columns, cost, row);
  while (last.row !== null) last = follow(last.row, last, columns, cost, row);
  for (let free: Column | null = last; free !== null; free = free.via) {
    free.row = free.via === null ? row : free.via.row;
  }
}

/** Follows the ways that lead on from a row, and gives the nearest column that was not followed before. */
function follow(
  from: Row,
  via: Column | null,
  columns: readonly Column[],
  cost: Cost,
  start: Row,
): Column {
  let next: Column | null = null;
  for (const column of columns) {
    if (column.isFollowed) continue;
    const way = cost(from.index, column.index) - from.potential - column.potential;
    if (way < column.reached) {
      column.reached = way;
      column.via = via;
    }
    if (next === null || column.reached < next.reached) next = column;
  }
  if (next === null) throw new Error("there are as many spare columns as rows");
  shiftPotentials(next.reached, columns, start);
  next.isFollowed = true;
  return next;
}

function shiftPotentials(by: number, columns: readonly Column[], start: Row): void {
  start.potential += by;
  for (const column of columns) {
    if (column.isFollowed) {
      if (column.row !== null) column.row.potential += by;
      column.potential -= by;
    } else {
      column.reached -= by;
    }
  }
}
