/** How a day may be written, for hints and help. */
export const dayForms =
  "2026-02-05, feb 5, 02-05 (month, then day), 5, friday, last friday, yesterday, 3 days ago or in 2 weeks";
