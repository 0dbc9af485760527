/** Words that people type for a command, with the name it has here. */
export const synonyms: Readonly<Record<string, string>> = {
  bills: "list",
  due: "schedule",
  history: "audit",
  log: "audit",
  ls: "list",
  new: "add",
  overdue: "schedule",
  paid: "confirm",
  pay: "confirm",
  remove: "delete",
  rm: "delete",
  status: "now",
  stop: "cancel",
  upcoming: "schedule",
  update: "edit",
};
