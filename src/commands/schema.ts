import { Refusal } from "../domain/refusal.ts";
import { nearest } from "../domain/words/nearest.ts";
import type { Call } from "./call.ts";
import { describeCommand, type Register } from "./command.ts";
import { respond } from "./respond.ts";

export const register: Register = (program, call) => {
  describeCommand(program.command("schema [name...]"), {
    examples: ["valhalla schema", "valhalla schema list", "valhalla schema file payments"],
    exits: [1],
    notes: "The name is that of the command; keys may be added in later versions, never removed.",
  }).action(async (words: readonly string[]) => {
    if (words.length === 0) await listAll(call);
    else await printOne(call, words.join(" "));
  });
};

async function listAll(call: Call): Promise<void> {
  const { schemaTable } = await import("../schemas/schema-table.ts");
  const rows = schemaTable.map(({ name, of }) => ({ name, of }));
  await respond(call, rows, {
    text: (names, style) =>
      style.table(
        [{ title: "Name" }, { title: "Shape of", shrinkTo: 20 }],
        names.map((row) => [row.name, row.of]),
      ),
  });
}

async function printOne(call: Call, name: string): Promise<void> {
  const { schemaTable } = await import("../schemas/schema-table.ts");
  const { jsonSchemaOf } = await import("../schemas/json-schema.ts");
  const found = schemaTable.find((one) => one.name === name);
  if (found === undefined)
    throw unknownSchema(
      name,
      schemaTable.map((one) => one.name),
    );
  await respond(call, jsonSchemaOf(found), { text: (schema) => JSON.stringify(schema, null, 2) });
}

function unknownSchema(name: string, names: readonly string[]): Refusal {
  const near = nearest(name, names);
  return new Refusal(
    "not-found",
    `there is no schema "${name}"`,
    near.length > 0 ? `Did you mean ${near.join(" or ")}?` : "See them all: valhalla schema",
  );
}
