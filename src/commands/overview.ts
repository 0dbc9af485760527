import { columnLines } from "./columns.ts";
import { commandTable, groups } from "./table.ts";
import { topicNames } from "./topic-names.ts";

/** The help of the whole program on one screen: the commands by group, the global flags, the topics. */
export function overview(): string {
  const byGroup = groups
    .map((group): [string, string] => {
      const names = commandTable.filter((row) => row.group === group).map(({ name }) => name);
      return [group, names.join(" ")];
    })
    .filter(([, names]) => names !== "");
  return `valhalla: what is due, what was really paid, what went missing.

Usage: valhalla <command> [arguments] [flags]

${columnLines([...byGroup, ["Topics", topicNames.join(" ")]]).join("\n")}

Flags of every command: --home <folder>, --today <day>, --json, --no-color,
-q --quiet, -y --yes, --no-input, --wait <seconds>, --debug, -V --version

valhalla alone tells what is owed now. "valhalla <command> --help" explains a
command, "valhalla help <topic>" a topic; "valhalla help commands" lists all.
`;
}
