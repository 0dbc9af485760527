import { Refusal } from "../domain/refusal.ts";
import { didYouMean, nearest } from "../domain/words/nearest.ts";
import type { ExitCode } from "../exit-code.ts";
import type { Call } from "./call.ts";
import { describeCommand, type Register } from "./command.ts";
import { respond } from "./respond.ts";

export const register: Register = (command, on) => {
  describeCommand(command.arguments("[name...]"), {
    examples: ["valhalla schema", "valhalla schema list", "valhalla schema file payments"],
    exits: [1],
    notes: "The name is that of the command; keys may be added in later versions, never removed.",
  });
  on(command, (call) => {
    const { name } = call.typed;
    return Array.isArray(name) ? printOne(call, name.join(" ")) : listAll(call);
  });
};

async function listAll(call: Call): Promise<ExitCode> {
  const { schemaTable } = await import("../schemas/schema-table.ts");
  const rows = schemaTable.map(({ name, of }) => ({ name, of }));
  return respond(call, rows, {
    text: (names, style) =>
      style.table(
        [{ title: "Name" }, { title: "Shape of", shrinkTo: 20 }],
        names.map((row) => [row.name, row.of]),
      ),
  });
}

async function printOne(call: Call, name: string): Promise<ExitCode> {
  const { schemaTable } = await import("../schemas/schema-table.ts");
  const { jsonSchemaOf } = await import("../schemas/json-schema.ts");
  const found = schemaTable.find((one) => one.name === name);
  if (found === undefined)
    throw unknownSchema(
      name,
      schemaTable.map((one) => one.name),
    );
  return respond(call, jsonSchemaOf(found), { text: (schema) => JSON.stringify(schema, null, 2) });
}

function unknownSchema(name: string, names: readonly string[]): Refusal {
  return new Refusal(
    "not-found",
    `there is no schema "${name}"`,
    didYouMean(nearest(name, names)) ?? "See them all: valhalla schema",
  );
}
