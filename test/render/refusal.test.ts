import { expect, test } from "vitest";
import { toldText } from "../../src/render/refusal.ts";

const told = (message: string, isJson = false) =>
  toldText({ code: "not-found", message, hint: "See them: valhalla list" }, isJson);

test("a short message is told as it is", () => {
  const message = `no payment "${"x".repeat(60)}" and none "${"y".repeat(60)}"`;
  expect(told(message)).toBe(`valhalla: ${message}\nSee them: valhalla list\n`);
});

test("of a long argument that is quoted only the beginning is told, whole characters", () => {
  const message = `no payment "${"🏠".repeat(50_000)}" is there`;
  expect(told(message)).toBe(
    `valhalla: no payment "${"🏠".repeat(80)}…" is there\nSee them: valhalla list\n`,
  );
  expect(JSON.parse(told(message, true)).error.message.length).toBeLessThan(200);
});

test("what is long and not quoted is cut too", () => {
  expect(told("x".repeat(100_000)).length).toBeLessThan(1600);
});

test("no control character of what is quoted reaches the terminal", () => {
  const message = 'no "\u001b[31m\u202e\u009b2J\u0007"';
  expect(told(message)).toBe('valhalla: no ""\nSee them: valhalla list\n');
});
