/** Where a cycle can stand; the words of `--status` and of every list of cycles. */
export const cycleStatuses = [
  "paid",
  "partial",
  "overpaid",
  "skipped",
  "failed",
  "upcoming",
  "due-soon",
  "due",
  "grace",
  "missed",
] as const;
export type CycleStatus = (typeof cycleStatuses)[number];
