import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { importFormats } from "../../src/domain/imports/import-format.ts";
import { Refusal } from "../../src/domain/refusal.ts";
import { readImport } from "../../src/formats/read-import.ts";
import { bytesOf, jsonBytes } from "../support/bytes.ts";
import { rejectionOf } from "../support/refusal.ts";

describe("a file that is not what can be imported", () => {
  test.each([
    ["bytes that are no UTF-8", new Uint8Array([0x7b, 0xff, 0x7d]), "not text in UTF-8"],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x7b, 0x00]), "not text in UTF-8"],
    ["half an object", bytesOf('{"items": ['), "ends too early"],
    ["a comma too many", bytesOf('{\n  "items": [1,]\n}'), "line 2"],
    ["another object", jsonBytes({ hello: 1 }), "nothing that can be imported"],
    ["a list", jsonBytes([1, 2]), "nothing that can be imported"],
    ["items that are none", jsonBytes({ items: 5 }), "no list"],
    ["lists within lists", bytesOf("[".repeat(100_000)), "nested deeper than 32"],
    ["an export without a version", jsonBytes({ schema_version: "x" }), "schema_version"],
    [
      "an export whose payments are none",
      jsonBytes({ schema_version: 1, payments: {} }),
      "no list",
    ],
  ])("%s", async (_, bytes, says) => {
    const refusal = await rejectionOf(readImport(bytes, "auto", "CAD"));

    expect(refusal.code).toBe("bad-input-file");
    expect(refusal.message).toContain(says);
  });

  test("a newer export says to update", async () => {
    const refusal = await rejectionOf(readImport(jsonBytes({ schema_version: 2 }), "auto", "CAD"));

    expect(refusal.code).toBe("newer-format");
  });

  test("a string may hold as many brackets as it likes", async () => {
    const file = await readImport(
      jsonBytes({ items: [], note: `${"[".repeat(99)}\\"[` }),
      "auto",
      "CAD",
    );

    expect(file).toMatchObject({ format: "old", payments: [], refused: [] });
  });
});

describe("arbitrary input", () => {
  const formats = fc.constantFrom(...importFormats);
  const sound = async (bytes: Uint8Array, format: (typeof importFormats)[number]) => {
    const outcome = await readImport(bytes, format, "CAD").catch((error: unknown) => error);
    if (outcome instanceof Refusal) expect(outcome.message).not.toMatch(/\p{Cc}/u);
    else expect(outcome).toHaveProperty("refused");
  };

  test("bytes are read or refused in one line, never anything else", async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), formats, sound), {
      numRuns: 3000,
    });
  });

  test("so is text that looks like CSV", async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        "name",
        "amount",
        "paid_on",
        "payment_id",
        '"',
        ",",
        ";",
        "\n",
        "\r\n",
        "2025-01-01",
        "5.00",
        "-",
        "'",
      ),
      fc.string({ unit: "binary", maxLength: 5 }),
    );
    const texts = fc
      .array(cell, { maxLength: 40 })
      .map((cells) => bytesOf(`name,amount\n${cells.join(",")}`));
    await fc.assert(fc.asyncProperty(texts, formats, sound), { numRuns: 3000 });
  });

  test("so is JSON of the right shape with anything in its fields", async () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(
        "",
        "CAD",
        "monthly",
        "2025-01-31",
        31,
        16.99,
        true,
        null,
        "__proto__",
        1e300,
      ),
    );
    const fields = [
      ..."id name kind payee amount currency cadence due_day next_due_override autopay_enabled status".split(
        " ",
      ),
      ..."created_at payment_id paid_on ref notes renewal_day tags terms schema_version __proto__".split(
        " ",
      ),
    ];
    const row = fc.dictionary(fc.constantFrom(...fields), value, { maxKeys: 10 });
    const file = fc.record(
      {
        schema_version: fc.constant(1),
        items: fc.oneof(fc.array(fc.oneof(row, value), { maxLength: 4 }), value),
        ...{
          payments: fc.array(row, { maxLength: 3 }),
          confirmations: fc.array(row, { maxLength: 3 }),
          transactions: fc.array(row, { maxLength: 3 }),
        },
        settings: row,
        updated_at: value,
      },
      { requiredKeys: [] },
    );
    await fc.assert(fc.asyncProperty(file.map(jsonBytes), formats, sound), { numRuns: 2000 });
  });
});
