import { Command } from "commander";
import { describe, expect, test } from "vitest";
import { globalFlags } from "../../src/commands/global-flags.ts";
import { addGlobalFlags, globalsOf } from "../../src/commands/global-options.ts";
import { typedOn } from "../../src/commands/typed.ts";
import { table } from "../support/table.ts";

describe("a line is read once", () => {
  test.each(
    table<"why" | "line" | "typed" | "on">(`
      why                                | line                                    | typed                     | on
      flags before the command           | --json -q add a                         | name=a                    | json quiet
      flags after it                     | add a --json --quiet                    | name=a                    | json quiet
      flags among its own                | add --notes x --json a                  | name=a notes=x            | json
      two letters in one word            | add -qy                                 |                           | quiet yes
      a flag with its value attached     | --home=/tmp/a add                       |                           | home=/tmp/a
      a value that looks like a command  | --home add add a                        | name=a                    | home=add
      what follows -- is no flag         | add -- --json                           | name=--json               |
      seconds become milliseconds        | add --wait 1.5                          |                           | waitMs=1500
      a day                              | add --today 2026-01-31                  |                           | today=2026-01-31
      said twice, the later counts       | add --home /tmp/a --home /tmp/b         |                           | home=/tmp/b
      so it does on both sides           | --home /tmp/a add --home /tmp/b         |                           | home=/tmp/b
      and across commands                | --wait 1 under --wait 2 deep --wait 3   |                           | waitMs=3000
      what stands before it is kept      | --json --wait 1 under -q deep           |                           | json quiet waitMs=1000
      nobody is asked                    | --no-input add --no-color --debug       |                           | debug noColor noInput
      a note that looks like a flag      | add a --notes --debug                   | name=a notes=--debug      |
      also a short one                   | add --notes -q --json                   | notes=-q                  | json
      also -- itself                     | add --notes -- -y                       | notes=--                  | yes
      an attached value                  | add --notes=--json -q                   | notes=--json              | quiet
      a flag without a value             | add --late-fee 5 --early --json         | early=true late_fee=5     | json
      one that says no                   | add --no-post                           | post=false                |
      one that was not typed is absent   | add                                     |                           |
    `),
  )("$why", ({ line, typed, on }) => {
    const command = reached(line);
    expect(shown(typedOn(command))).toBe(typed);
    const { json, noColor, quiet, yes, noInput, debug, ...valued } = globalsOf(command);
    expect(shown({ ...valued, debug, json, noColor, noInput, quiet, yes })).toBe(shownGlobals(on));
  });

  test.each(
    table<"why" | "line" | "code">(`
      why                      | line                   | code
      no such day              | add --today 2026-02-30 | bad-day
      no number of seconds     | add --wait soon        | bad-value
      no negative seconds      | add --wait=-1          | bad-value
    `),
  )("refuses $why", ({ line, code }) => {
    expect(() => globalsOf(reached(line))).toThrow(
      expect.objectContaining({ name: "Refusal", code }),
    );
  });

  test("every flag that help shows is taken, before and after the command", () => {
    const values: Record<string, string> = { "<folder>": "/", "<day>": "2026-01-01" };
    for (const { flags } of globalFlags) {
      const [flag = "", value] = flags.split(", ").at(-1)?.split(" ") ?? [];
      const words = value === undefined ? flag : `${flag} ${values[value] ?? "3"}`;
      if (flag === "--version") continue;
      expect(globalsOf(reached(`${words} add`))).toEqual(globalsOf(reached(`add ${words}`)));
      expect(globalsOf(reached(`add ${words}`))).not.toEqual(globalsOf(reached("add")));
    }
    expect(globalFlags.length).toBeGreaterThan(8);
  });
});

/** The command that a line of a small program ends at. */
function reached(line: string): Command {
  let command: Command | null = null;
  const root = new Command().enablePositionalOptions().exitOverride();
  const act = (own: Command) =>
    own.action(() => {
      command = own;
    });
  act(root.command("add [name]"))
    .option("--notes <text>")
    .option("--late-fee <amount>")
    .option("--early")
    .option("--post")
    .option("--no-post");
  act(root.command("under").command("deep"));
  addGlobalFlags(root, () => {
    throw new Error("the version was asked for");
  });
  root.parse(
    line.split(" ").filter((word) => word !== ""),
    { from: "user" },
  );
  if (command === null) throw new Error(`${line} reached no command`);
  return command;
}

/** `name=a notes=x`, by name; what is not there or off is left out. */
function shown(values: object): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join(" ");
}

function shownGlobals(on: string): string {
  const said = on.split(" ").filter((word) => word !== "");
  const switches = ["debug", "json", "noColor", "noInput", "quiet", "yes"].map(
    (name) => `${name}=${said.includes(name)}`,
  );
  return [...said.filter((word) => word.includes("=")), ...switches].sort().join(" ");
}
