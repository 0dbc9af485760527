import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { keptPromises } from "./support/promises.ts";
import { replayTranscript } from "./support/transcript.ts";

const folder = "test/transcripts/";
const names = readdirSync(folder).filter((name) => name.endsWith(".transcript"));

test.each(names)("%s", async (name) => {
  const { text, runs, files } = await replayTranscript(readFileSync(folder + name, "utf8"));
  expect(runs.length).toBeGreaterThan(0);
  // A bug must not become what is expected, whatever is updated.
  expect(runs.filter(({ code }) => code === 70).map(({ argv }) => argv)).toEqual([]);
  expect([...keptPromises(runs), ...files].filter(({ complaint }) => complaint !== null)).toEqual(
    [],
  );
  await expect(text).toMatchFileSnapshot(`./transcripts/${name}`);
});
