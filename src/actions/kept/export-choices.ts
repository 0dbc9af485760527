/** The formats of an export. */
export const exportFormats = ["json", "jsonl", "csv"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The kinds of records an export may hold, by the name the user gives. */
export const exportNames = ["payments", "upcoming", "confirmations", "ledger", "audit"] as const;
export type ExportName = (typeof exportNames)[number];

/** What may be exported: everything, or records of one kind. */
export const exportChoices = ["all", ...exportNames] as const;
export type ExportChoice = (typeof exportChoices)[number];

/** How many days ahead an export tells what is due, where nothing is said. */
export const usualUpcoming = 90;
