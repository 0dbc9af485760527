import { describe, expect, test } from "vitest";
import { globalFlags, readLine } from "../../src/commands/globals.ts";
import { table } from "../support/table.ts";

describe("readLine", () => {
  test.each(
    table<"why" | "line" | "command" | "words" | "on">(`
      why                                       | line                              | command | words               | on
      flags before the command                  | --json -q list                    | list    | list                | json quiet
      flags after it                            | list --json --quiet               | list    | list                | json quiet
      flags among its own                       | list --kind --json bill           | list    | list --kind bill    | json
      two letters in one word                   | -qy list                          | list    | list                | quiet yes
      letters that are not all global stay      | list -qx                          | list    | list -qx            |
      a flag with its value attached            | --home=/tmp/a list                | list    | list                | home=/tmp/a
      a value that looks like a command         | --home list show                  | show    | show                | home=list
      what follows -- is no flag                | list -- --json                    | list    | list -- --json      |
      an unknown flag is the command's business | list --jsno                       | list    | list --jsno         |
      no command at all                         | --no-color                        |         |                     | noColor
      seconds become milliseconds               | list --wait 1.5                   | list    | list                | waitMs=1500
      a day                                     | list --today 2026-01-31           | list    | list                | today=2026-01-31
      the last of two counts                    | list --home /tmp/a --home /tmp/b  | list    | list                | home=/tmp/b
      nobody is asked                           | --no-input --debug list           | list    | list                | noInput debug
    `),
  )("$why", ({ line, command, words, on }) => {
    const read = readLine(line.split(" "));
    const set = Object.entries(read.globals).flatMap(([name, value]) => {
      if (value === true) return [name];
      return value === false || value === null ? [] : [`${name}=${value}`];
    });

    expect(read.command ?? "").toBe(command);
    expect(read.words.join(" ")).toBe(words);
    expect(set.sort()).toEqual(
      on
        .split(" ")
        .filter((name) => name !== "")
        .sort(),
    );
  });

  test.each(
    table<"why" | "line" | "code">(`
      why                      | line                    | code
      a home that is not given | list --home             | usage
      no such day              | list --today 2026-02-30 | bad-day
      no number of seconds     | list --wait soon        | bad-value
      no negative seconds      | list --wait -1          | bad-value
    `),
  )("refuses $why", ({ line, code }) => {
    expect(() => readLine(line.split(" "))).toThrow(
      expect.objectContaining({ name: "Refusal", code }),
    );
  });

  test.each(
    table<"why" | "line" | "words" | "on">(`
      why                                  | line                          | words                     | on
      the value of a flag of the command   | add --notes -q --json         | add --notes=-q            | json
      also one that looks like a long flag | add --notes --json            | add --notes=--json        |
      also -- itself                       | add --notes -- -y             | add --notes=--            | yes
      an attached value is no value behind | add --notes=a --json          | add --notes=a             | json
      a short flag too                     | export -o -q                  | export -o-q               |
      a flag without a value               | confirm --early --json        | confirm --early           | json
    `),
  )("leaves alone $why", ({ line, words, on }) => {
    const read = readLine(line.split(" "), new Set(["--notes", "-o"]));

    expect(read.words.join(" ")).toBe(words);
    const set = Object.entries(read.globals).flatMap(([name, value]) =>
      value === true ? [name] : [],
    );
    expect(set.join(" ")).toBe(on);
  });

  test("reads every flag that help shows", () => {
    const values = new Map([
      ["<folder>", "/tmp"],
      ["<day>", "2026-01-01"],
      ["<seconds>", "3"],
    ]);
    for (const { flags } of globalFlags) {
      const [flag = "", value] = flags.split(", ").at(-1)?.split(" ") ?? [];
      const { words } = readLine(value === undefined ? [flag] : [flag, values.get(value) ?? ""]);
      expect(words).toEqual([]);
    }
    expect(globalFlags.length).toBeGreaterThan(8);
  });
});
