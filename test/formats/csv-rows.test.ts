import { describe, expect, test } from "vitest";
import type { ForeignFile } from "../../src/formats/import-file.ts";
import { readImport } from "../../src/formats/read-import.ts";
import { bytesOf } from "../support/bytes.ts";
import { rejectionOf } from "../support/refusal.ts";

describe("a CSV of payments", () => {
  test("names its columns on the first line, in any order and case", async () => {
    const file = await csv('Due Day,Name,Amount,Type\n15,Hydro,"1,250.00",bill\n');

    expect(file.payments).toMatchObject([
      {
        where: "line 2",
        name: "Hydro",
        amount: "1250.00",
        due_day: "15",
        kind: "bill",
        cadence: "monthly",
      },
    ]);
  });

  test("may be parted by semicolons or tabs, and begin with a byte order mark", async () => {
    const expected = [{ name: "Hydro", amount: "150.00", notes: "a, b" }];

    expect((await csv("\uFEFFname;amount;notes\r\nHydro;150;a, b\r\n")).payments).toMatchObject(
      expected,
    );
    expect((await csv("name\tamount\tnotes\nHydro\t150\ta, b\n")).payments).toMatchObject(expected);
  });

  test("names the line of a fault, past blank lines and quoted ones of many lines", async () => {
    const file = await csv(
      'name,amount,notes\n"A\nB",5,x\n\nHydro,abc,y\nRent,1.999,z\n"C",1,"p\n\nq"\nGas,1,2,3\n',
    );

    expect(file.payments.map(({ where }) => where)).toEqual(["line 2", "line 7"]);
    expect(file.refused).toEqual([
      { where: "line 5, amount", reason: '"abc" is not an amount' },
      { where: "line 6, amount", reason: '"1.999" is finer than CAD is' },
      { where: "line 10", reason: "has 4 cells for 3 columns" },
    ]);
  });

  test("says which columns mean nothing", async () => {
    expect((await csv("name,amount,colour\nHydro,5,red\n")).ignored).toEqual(["colour"]);
  });

  test("takes off the apostrophe that keeps a text from being computed", async () => {
    expect((await csv("name,amount\n'=SUM(A1),5\n'quoted,6\n")).payments).toMatchObject([
      { name: "=SUM(A1)" },
      { name: "'quoted" },
    ]);
  });
});

describe("a CSV of confirmations", () => {
  test("is known by its column of days paid", async () => {
    const file = await csv("payment,date paid,amount,reference\nHydro,2025-02-01,$150.00,88\n");

    expect(file.confirmations).toMatchObject([
      {
        where: "line 2",
        payment: "Hydro",
        paid_on: "2025-02-01",
        ref: "88",
        amount: "$150.00",
      },
    ]);
  });

  test("lists a day that is none", async () => {
    const file = await csv("payment_id,paid_on,amount\nHydro,01/02/2025,150\n");

    expect(file.refused).toMatchObject([{ where: "line 2, paid_on" }]);
  });
});

test.each([
  ["nothing", "", "empty"],
  ["no column of names", "amount,due_day\n5,1\n", "no column name"],
  ["no column of amounts", "payment_id,paid_on\nHydro,2025-01-01\n", "no column amount"],
  ["a column twice", "name,name,amount\nA,B,5\n", "name twice"],
  ["a quote without end", 'name,amount\n"A,5\n', "never ends"],
  ["a quote inside a cell", 'name,amount\nA"B,5\n', "not CSV"],
  ["a control character before a quote", '\x7f"', 'value is "\\u007f"'],
])("a CSV with %s is refused as a whole", async (_, text, says) => {
  const refusal = await rejectionOf(readImport(bytesOf(text), "csv", "CAD"));

  expect(refusal.code).toBe("bad-input-file");
  expect(refusal.message).toContain(says);
});

async function csv(text: string): Promise<ForeignFile> {
  const file = await readImport(bytesOf(text), "auto", "CAD");
  if (file.format !== "csv") throw new Error(`read as ${file.format}`);
  return file;
}
