import fc from "fast-check";
import { expect, test } from "vitest";
import { Refusal } from "../../src/domain/refusal.ts";
import { readJsonFile } from "../../src/formats/json-file.ts";

const texts = fc
  .tuple(
    fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }), { maxKeys: 5 }),
    fc.constantFrom(undefined, 1, "\t"),
  )
  .map(([object, indent]) => JSON.stringify(object, null, indent));

test("a file read list by list holds what it holds read at once", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const whole: Record<string, unknown> = JSON.parse(text);
      const file = readJsonFile(text);
      for (const [name, value] of Object.entries(whole)) {
        const list = file.list(name);
        if (Array.isArray(value)) expect([...(list ?? ["no list"])]).toEqual(value);
        else expect([list, Reflect.get(file.head, name)]).toEqual([null, value]);
      }
      expect(Object.keys(file.head)).toEqual(Object.keys(whole));
    }),
    { numRuns: 3000 },
  );
});

test("text that is no JSON object is refused, wherever its fault is", () => {
  const faulty = fc
    .tuple(texts, fc.nat(), fc.constantFrom("", ",", "]", "}", "[", "{", '"', "x", "\\"))
    .map(([text, at, sign]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + sign + text.slice(place + 1);
    })
    .filter((text) => !isJson(text));
  fc.assert(
    fc.property(faulty, (text) => {
      expect(() => readThrough(text)).toThrow(Refusal);
    }),
    { numRuns: 3000 },
  );
});

function readThrough(text: string): void {
  const file = readJsonFile(text);
  for (const name of Object.keys(file.head)) for (const _ of file.list(name) ?? []);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
