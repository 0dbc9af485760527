import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { textWidth } from "../../src/render/text-width.ts";
import { type BuiltProgram, buildProgram } from "../support/built-program.ts";
import { hasTerminal, Terminal } from "../support/terminal.ts";

let program: BuiltProgram;
let terminal: Terminal;

beforeAll(() => {
  program = buildProgram();
  program.run(["add", "電気 Hydro", "150", "--due-day", "15"]);
  program.run(["add", "Rent for the flat upstairs and the parking", "2000", "--due-day", "1"]);
});

afterAll(() => {
  program.remove();
});

afterEach(() => {
  terminal.close();
});

function begin(line: string, columns = 80): void {
  const env = program.env({ LANG: "C.UTF-8" });
  terminal = new Terminal(`${process.execPath} ${program.bin} ${line}`, columns, env);
}

describe.skipIf(!hasTerminal)("on a terminal", () => {
  test.each([40, 60, 200])("a table fits %i columns", async (columns) => {
    begin("list", columns);
    const screen = await terminal.shows("[0]");
    const lines = screen.split("\n");
    expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(columns);
    const titles = lines.find((line) => line.startsWith("Name"));
    const row = lines.find((line) => line.startsWith("電気"));
    expect(titles).toContain("Amount");
    expect(row).toMatch(columns === 40 ? / CAD / : /電気 Hydro .* CAD /);
  });

  test("add asks for what it was not told", async () => {
    begin("add");
    await terminal.shows("What is it called?");
    terminal.type("Internet");
    await terminal.shows("How much is it?");
    terminal.type("eighty-five");
    await terminal.shows("is not an amount");
    terminal.press("C-u");
    terminal.type("85");
    await terminal.shows("What kind is it?");
    terminal.press("Down");
    terminal.press("Enter");
    await terminal.shows("How often?");
    terminal.press("Enter");
    await terminal.shows("Which day of the month?");
    terminal.type("20");
    await terminal.shows("Add it?");
    terminal.type("y");
    const screen = await terminal.shows(/\[\d+\]/);
    expect(screen).toContain("[0]");
    const [payment] = JSON.parse(program.run(["list", "--kind", "subscription", "--json"]).out);
    expect(payment).toMatchObject({ name: "Internet", amount: "85.00", due_day: 20 });
  });

  test("Ctrl-C at a question ends with 130, and nothing is kept", async () => {
    const before = program.run(["list", "--json"]).out;
    begin("add");
    await terminal.shows(/\?/);
    terminal.press("C-c");
    const screen = await terminal.shows("[130]");
    expect(screen).toContain("valhalla: interrupted");
    expect(program.run(["list", "--json"]).out).toBe(before);
  });

  test("--no-input never asks", async () => {
    begin("add --no-input");
    await terminal.shows("[2]");
  });
});
