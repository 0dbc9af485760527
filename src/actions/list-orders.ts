/** What a list of payments may be sorted by. */
export const listOrders = ["name", "next-due", "amount", "created"] as const;
export type ListOrder = (typeof listOrders)[number];
