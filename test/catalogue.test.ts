import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { exitCodeOf } from "../src/exit-code.ts";

const transcripts = readdirSync("test/transcripts")
  .filter((name) => name.endsWith(".transcript"))
  .map((name) => readFileSync(`test/transcripts/${name}`, "utf8"))
  .join("\n");

test.each(Object.entries(exitCodeOf))(
  "%s is shown in a transcript, ending with %i",
  (code, exit) => {
    const shown = new RegExp(`^! \\{"error":\\{"code":"${code}".*\n\\? (\\d+)$`, "m").exec(
      transcripts,
    );
    expect(shown?.[1]).toBe(String(exit));
  },
);
