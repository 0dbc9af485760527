import type { Command, Help } from "commander";
import { dayForms } from "../domain/days/day-forms.ts";
import { type ExitCode, exitMeanings } from "../exit-code.ts";
import { columnLines, paragraphs } from "./columns.ts";
import type { Manual } from "./command.ts";

/** The help of one command: its sentence, usage, examples, arguments, options, notes, exit codes. */
export function manualText(command: Command, helper: Help, manual: Manual): string {
  const options = helper
    .visibleOptions(command)
    .map((option) => [helper.optionTerm(option), helper.optionDescription(option)] as const);
  const parts = helper
    .visibleArguments(command)
    .map((argument) => [helper.argumentTerm(argument), argument.description] as const);
  const children = helper
    .visibleCommands(command)
    .map((child) => [helper.subcommandTerm(child), child.summary()] as const);
  return [
    `${command.summary()}\n`,
    `\nUsage: ${helper.commandUsage(command)}\n`,
    section(
      "Examples",
      manual.examples.map((example) => `  $ ${example}`),
    ),
    section("Commands", columnLines(children)),
    section("Arguments", columnLines(parts.filter(([, meaning]) => meaning !== ""))),
    section("Options", columnLines(options)),
    manual.notes === undefined ? "" : `\n${paragraphs(manual.notes)}\n`,
    options.some(([term]) => term.endsWith("<day>")) ? `\n${paragraphs(dayNote)}\n` : "",
    '\nFlags of every command (--json, --today, --home, ...): see "valhalla --help".\n',
    section("Exit codes", exitLines(manual.exits)),
  ].join("");
}

const dayNote = `A day is written ${dayForms}; more in "valhalla help days".`;

function exitLines(exits: readonly ExitCode[]): string[] {
  const all = [...new Set<ExitCode>([0, 2, ...exits])].sort((one, other) => one - other);
  return columnLines(all.map((code) => [String(code), exitMeanings[code]]));
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `\n${title}:\n${lines.join("\n")}\n`;
}
