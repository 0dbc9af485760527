import { describe, expect, test } from "vitest";
import { helpTopics } from "../../src/commands/help-topics.ts";
import { overview } from "../../src/commands/overview.ts";
import { commandTable } from "../../src/commands/table.ts";
import { topicNames } from "../../src/commands/topic-names.ts";
import { beginText } from "../../src/render/begin-text.ts";

describe.each([
  ["the help of the whole program", overview()],
  ["how to begin", beginText],
])("%s", (_name, text) => {
  test("fits a screen of 24 lines and 80 columns", () => {
    const lines = text.trimEnd().split("\n");
    expect(lines.length).toBeLessThan(24);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});

test("every command and every topic is named", () => {
  const words = new Set(overview().split(/\s+/));
  for (const { name } of commandTable) expect(words).toContain(name);
  for (const name of topicNames) expect(words).toContain(name);
});

test("the topics are those that are named", () => {
  expect(["commands", ...helpTopics.map(({ name }) => name)].sort()).toEqual(
    [...topicNames].sort(),
  );
});
