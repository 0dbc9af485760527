import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Stage } from "./support/transcript.ts";

test("what the README shows is what happens", async () => {
  const { text, commands } = await replayReadme(readFileSync("README.md", "utf8"));
  expect(commands).toBeGreaterThan(20);
  await expect(text).toMatchFileSnapshot("../README.md");
});

/**
 * Replays the console blocks of a page one after the other, as one session, and gives the page with what was printed. A
 * comment, `<!-- today: 2026-01-15 -->`, sets what such a line of a transcript does. What is piped to jq is left as it
 * stands where there is no jq.
 */
async function replayReadme(source: string): Promise<{ text: string; commands: number }> {
  const stage = new Stage();
  const lines: string[] = [];
  let commands = 0;
  let isConsole = false;
  let isReplaced = false;
  for (const line of source.split("\n")) {
    const setting = /^<!-- (.*) -->$/.exec(line)?.[1];
    if (setting !== undefined) expect(stage.isSetBy(setting), line).toBe(true);
    if (line.startsWith("```")) {
      isConsole = line === "```console";
      isReplaced = isConsole;
      lines.push(line);
    } else if (isConsole && line.startsWith("$ ")) {
      const printed = await answerTo(line.slice(2), stage);
      commands += 1;
      isReplaced = printed !== null;
      lines.push(line, ...(printed ?? []));
    } else if (!isReplaced) {
      lines.push(line);
    }
  }
  stage.close();
  return { text: lines.join("\n"), commands };
}

/** What one line prints, both streams in the order of writing; null where it needs a jq that is not there. */
async function answerTo(command: string, stage: Stage): Promise<string[] | null> {
  const [own = "", filter] = command.split(" | jq ");
  const { heard } = await stage.run(own);
  if (filter === undefined) return stage.lines(heard.both);
  const words = [...filter.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);
  const jq = spawnSync("jq", words.map(String), { input: heard.out, encoding: "utf8" });
  return jq.error === undefined ? stage.lines(heard.err + jq.stdout + jq.stderr) : null;
}
