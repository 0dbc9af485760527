import { expect, test } from "vitest";
import { exitCodeOf, exitMeanings } from "../src/exit-code.ts";

test("every refusal ends with a code that has a meaning, and none as if it were done", () => {
  const codes = Object.values(exitCodeOf);
  expect(codes.length).toBeGreaterThan(20);
  for (const code of codes) {
    expect(code).not.toBe(0);
    expect(exitMeanings[code]).toBeTypeOf("string");
  }
});
