/** What `help` explains besides commands, in its order. */
export const topicNames = [
  "commands",
  "days",
  "cadence",
  "money",
  "matching",
  "files",
  "json",
  "environment",
  "exit-codes",
] as const;
