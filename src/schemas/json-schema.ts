import * as z from "zod";
import type { PromisedSchema } from "./schema-table.ts";

/**
 * The JSON Schema (2020-12) of a promised shape. Keys may be added to any object later, so other keys are let be; none that is
 * named goes away or changes its meaning.
 */
export function jsonSchemaOf({ name, of, schema }: PromisedSchema): object {
  const { $schema, ...shape } = z.toJSONSchema(schema, {
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return { $schema, title: name, description: of, ...shape };
}
