/** What happened to one cycle instead of what usually happens. */
export type Turn = {
  /** The payment's name. */
  readonly payment: string;
  /** Which cycle: 0 is the latest that was due by today, 1 the one before it. */
  readonly ago: number;
} & What;

type What =
  | { readonly what: "unpaid" | "skipped" }
  /** Paid so many days after its date; negative is early. */
  | { readonly what: "paid"; readonly lag: number; readonly amount?: string }
  /** Only a part was paid on its date; with `rest` what was left, so many days later. */
  | { readonly what: "part"; readonly amount: string; readonly rest?: number }
  /** Moved so many days, and paid then. */
  | { readonly what: "moved"; readonly days: number }
  /** Recorded again, with the same reference, so many days later. */
  | { readonly what: "twice"; readonly days: number }
  /** Recorded with a wrong amount first, which was voided. */
  | { readonly what: "voided"; readonly amount: string }
  /** Known to cost this much, once. */
  | { readonly what: "expected"; readonly amount: string }
  /** Brought in from a bank's file so many days after its date, and not linked to the cycle. */
  | { readonly what: "imported"; readonly lag: number }
  /** The bank sent it back. */
  | { readonly what: "bounced"; readonly reason: string };

/** Everything that did not go as usual in the sample household. */
export const turns: readonly Turn[] = [
  { payment: "Rent", ago: 4, what: "part", amount: "1200", rest: 6 },
  { payment: "Rent", ago: 9, what: "paid", lag: 3 },
  { payment: "Hydro", ago: 0, what: "unpaid" },
  { payment: "Hydro", ago: 3, what: "paid", lag: 9 },
  { payment: "Hydro", ago: 5, what: "voided", amount: "14.20" },
  { payment: "Natural gas", ago: 6, what: "paid", lag: 11 },
  { payment: "Water", ago: 2, what: "part", amount: "100" },
  { payment: "Waste collection", ago: 0, what: "imported", lag: 8 },
  { payment: "Internet", ago: 0, what: "twice", days: 1 },
  { payment: "Phone", ago: 2, what: "expected", amount: "128.45" },
  { payment: "Car insurance", ago: 7, what: "moved", days: 4 },
  { payment: "Cottage property tax", ago: 1, what: "paid", lag: 16 },
  { payment: "Daycare", ago: 0, what: "paid", lag: 1 },
  { payment: "Daycare", ago: 9, what: "unpaid" },
  { payment: "Daycare", ago: 20, what: "part", amount: "115", rest: 2 },
  { payment: "Daycare", ago: 33, what: "skipped" },
  { payment: "Visa minimum", ago: 0, what: "unpaid" },
  { payment: "Visa minimum", ago: 4, what: "paid", lag: -2, amount: "640" },
  { payment: "Visa minimum", ago: 11, what: "paid", lag: 8 },
  { payment: "Line of credit", ago: 0, what: "bounced", reason: "nsf" },
  { payment: "Sofa", ago: 6, what: "skipped" },
  { payment: "Netflix", ago: 0, what: "paid", lag: 0, amount: "19.99" },
  { payment: "Netflix", ago: 1, what: "paid", lag: 0, amount: "19.99" },
  { payment: "Gym", ago: 0, what: "skipped" },
  { payment: "Food bank", ago: 0, what: "imported", lag: 1 },
  { payment: "Dentist", ago: 0, what: "part", amount: "150" },
];
