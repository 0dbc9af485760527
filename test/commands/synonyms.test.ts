import { expect, test } from "vitest";
import { synonyms } from "../../src/commands/synonyms.ts";
import { commandTable } from "../../src/commands/table.ts";

test.each(Object.entries(synonyms))(
  "%s means %s, which is a command, and is none itself",
  (word, meant) => {
    const names = commandTable.map(({ name }) => name);
    expect(names).toContain(meant);
    expect(names).not.toContain(word);
  },
);
