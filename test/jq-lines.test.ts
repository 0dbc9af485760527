import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { helpTopics } from "../src/commands/help-topics.ts";
import { commandTable } from "../src/commands/table.ts";
import { Stage } from "./support/transcript.ts";

const stage = new Stage();
const hasJq = spawnSync("jq", ["--version"]).error === undefined;

beforeAll(async () => {
  stage.isSetBy("today: 2025-12-28");
  for (const line of [
    "add Rent 2000 --due-day 1 --start 2026-01-01",
    "add Hydro 150 --due-day 20 --start 2026-01-20",
    "add Netflix 20.99 --currency USD --due-day 9 --start 2026-01-09 --kind subscription",
  ])
    expect((await stage.run(`valhalla ${line}`)).code, line).toBe(0);
  stage.isSetBy("today: 2026-01-15");
});
afterAll(() => stage.close());

describe.runIf(hasJq)("what help pipes into jq", () => {
  test("is there, and every line of it runs and prints something", async () => {
    const lines = await jqLines();
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(await piped(line), line).toMatch(/\S/);
  });

  test("adds what remains per currency, what is overdue too", async () => {
    const line = (await jqLines()).find((each) => each.includes("group_by"));
    expect(line).toContain("valhalla schedule");
    expect((await piped(String(line))).trim().split("\n")).toEqual([
      '["CAD",415000]',
      '["USD",4198]',
    ]);
  });
});

/** Every example of the help of a command or topic that goes on after `| jq`. */
async function jqLines(): Promise<string[]> {
  const helps = [];
  for (const { name } of commandTable)
    helps.push((await stage.run(`valhalla ${name} --help`)).heard.out);
  const text = [...helps, ...helpTopics.map((topic) => topic.text)].join("\n");
  return [...text.matchAll(/(valhalla .+ \| jq .+)$/gm)].map(([line]) => line);
}

async function piped(line: string): Promise<string> {
  const [own = "", filter = ""] = line.split(" | jq ");
  const { heard } = await stage.run(own);
  const words = [...filter.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);
  const { stdout, stderr, status } = spawnSync("jq", words.map(String), {
    input: heard.out,
    encoding: "utf8",
  });
  expect(status, `${line}: ${stderr}`).toBe(0);
  return stdout;
}
