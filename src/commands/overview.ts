import { type ExitCode, exitMeanings } from "../exit-code.ts";
import { columnLines } from "./columns.ts";
import { globalFlags } from "./global-flags.ts";
import { commandTable, groups } from "./table.ts";

/** The help of the whole program: every command by group, the global flags, the exit codes. */
export function overview(): string {
  const byGroup = groups
    .map((group) => {
      const rows = commandTable.filter((row) => row.group === group);
      return { group, lines: columnLines(rows.map(({ name, summary }) => [name, summary])) };
    })
    .filter(({ lines }) => lines.length > 0);
  return [
    "valhalla: what is due, what was really paid, what went missing.\n",
    "\nUsage: valhalla <command> [arguments] [flags]\n",
    ...byGroup.map(({ group, lines }) => section(group, lines)),
    section(
      "Flags of every command",
      columnLines(globalFlags.map(({ flags, meaning }) => [flags, meaning])),
    ),
    section("Exit codes", columnLines(exitRows())),
    '\nMore: "valhalla <command> --help", "valhalla help <topic>".\n',
  ].join("");
}

function exitRows(): [string, string][] {
  const codes = Object.keys(exitMeanings).map((code) => Number(code) as ExitCode);
  return codes.map((code) => [String(code), exitMeanings[code]]);
}

function section(title: string, lines: readonly string[]): string {
  return `\n${title}:\n${lines.join("\n")}\n`;
}
