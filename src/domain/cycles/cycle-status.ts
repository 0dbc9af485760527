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

/** Whether money is still wanted for a cycle of that status. */
export function isOpenStatus(status: CycleStatus): boolean {
  return status !== "paid" && status !== "overpaid" && status !== "skipped";
}
