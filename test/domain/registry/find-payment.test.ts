import { describe, expect, test } from "vitest";
import {
  addressOf,
  findNamesake,
  findPayment,
  type Named,
} from "../../../src/domain/registry/find-payment.ts";
import { refusalOf } from "../../support/refusal.ts";
import { table } from "../../support/table.ts";

const payments: Named[] = [
  { id: "pay_aaaa00000001", name: "Hydro", kind: "bill" },
  { id: "pay_aaab00000002", name: "Hydro One", kind: "bill" },
  { id: "pay_b00000000003", name: "Électricité  de Québec", kind: "bill" },
  { id: "pay_c00000000004", name: "Netflix", kind: "subscription" },
  { id: "pay_d00000000005", name: "Parking", kind: "other" },
  { id: "pay_e00000000006", name: "pay_c00000000004", kind: "other" },
  { id: "old-7", name: "City of Toronto", kind: "bill" },
  { id: "pay_f00000000008", name: "Car loan", kind: "debt" },
  { id: "pay_g00000000009", name: "Student loan", kind: "debt" },
];

describe("findPayment", () => {
  test.each(
    table<"why" | "text" | "found">(`
      why                                      | text                    | found
      the exact id                             | pay_aaaa00000001        | pay_aaaa00000001
      an id goes before a name that is the same| pay_c00000000004        | pay_c00000000004
      an id of another program                 | old-7                   | old-7
      the exact name, though another begins so | Hydro                   | pay_aaaa00000001
      in any case                              | hYDRO oNE               | pay_aaab00000002
      without accents and double spaces        | electricite de quebec   | pay_b00000000003
      with accents made of two characters      | e\u0301lectricite\u0301 | pay_b00000000003
      the beginning of an id                   | pay_b                   | pay_b00000000003
      the beginning of a name                  | net                     | pay_c00000000004
      what every id begins with is no id       | pa                      | pay_d00000000005
      a part of a name                         | flix                    | pay_c00000000004
      a part of one of two words               | toronto                 | old-7
      spaces around                            |  netflix                | pay_c00000000004
    `),
  )("$why: $text", ({ text, found }) => {
    // "pa" begins the name of one payment that is called by an id, too.
    const known =
      text === "pa" ? payments.filter(({ name }) => !name.startsWith("pay_")) : payments;
    expect(findPayment(known, text).id).toBe(found);
  });

  test("what could be several is refused with all of them", () => {
    expect(refusalOf(() => findPayment(payments, "loan"))).toMatchObject({
      code: "ambiguous",
      message: '"loan" could be any of 2 payments',
      hint: "Say which: Car loan (debt, pay_f00000000008), Student loan (debt, pay_g00000000009).",
    });
    expect(refusalOf(() => findPayment(payments, "pay_a")).code).toBe("ambiguous");
    expect(refusalOf(() => findPayment(payments, "hyd")).code).toBe("ambiguous");
  });

  test("two of one name are told apart by their ids only", () => {
    const twins: Named[] = [
      { id: "pay_1", name: "Gym", kind: "bill" },
      { id: "pay_2", name: "GYM", kind: "subscription" },
    ];
    expect(refusalOf(() => findPayment(twins, "gym")).code).toBe("ambiguous");
    expect(findPayment(twins, "pay_2").name).toBe("GYM");
  });

  test("of very many, the first few are named", () => {
    const many = Array.from(
      { length: 9 },
      (_, index): Named => ({
        id: `pay_${index}`,
        name: `Loan ${index}`,
        kind: "debt",
      }),
    );
    expect(refusalOf(() => findPayment(many, "loan")).hint).toMatch(/Loan 5 .*, and 3 more\.$/);
  });

  test.each(
    table<"text" | "hint">(`
      text    | hint
      netflx  | Did you mean "Netflix"?
      hydor   | Did you mean "Hydro"?
      zzzzzz  | See them all: valhalla list
    `),
  )("what is not there is refused with what comes near: $text", ({ text, hint }) => {
    const refusal = refusalOf(() => findPayment(payments, text));
    expect(refusal).toMatchObject({ code: "not-found", message: `no payment "${text}"`, hint });
  });

  test("no text finds nothing, and where nothing is registered it says how to begin", () => {
    expect(refusalOf(() => findPayment(payments, " ")).code).toBe("not-found");
    expect(refusalOf(() => findPayment([], "hydro")).hint).toBe(
      "Add one: valhalla add Hydro 150 --due-day 15",
    );
  });
});

describe("findNamesake", () => {
  test.each(
    table<"name" | "kind" | "found">(`
      name                    | kind         | found
      hydro                   | bill         | pay_aaaa00000001
      Hydro                   | subscription |
      electricité de quebec   | bill         | pay_b00000000003
      Hydro Two               | bill         |
    `),
  )("$name, $kind", ({ name, kind, found }) => {
    const meant = { name, kind: kind === "bill" ? ("bill" as const) : ("subscription" as const) };
    expect(findNamesake(payments, meant)?.id ?? "").toBe(found);
  });
});

test.each(
  table<"name" | "address">(`
    name              | address
    Hydro             | Hydro
    Car loan          | "Car loan"
    Québec            | Québec
    $HOME             | pay_1
    -q                | pay_1
    a"b               | pay_1
  `),
)("a payment called $name is addressed as $address", ({ name, address }) => {
  expect(addressOf({ id: "pay_1", name })).toBe(address);
});
