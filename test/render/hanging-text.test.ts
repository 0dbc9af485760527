import { describe, expect, test } from "vitest";
import { hangingText } from "../../src/render/hanging-text.ts";
import { plainStyle } from "../../src/render/style.ts";

const narrow = { ...plainStyle, isTerminal: true, columns: 30 };

describe("hangingText", () => {
  test("breaks at blanks and goes on under its beginning", () => {
    expect(hangingText("no confirmation from 2026-01-07 to 2026-01-12", 4, narrow)).toBe(
      ["no confirmation from", "    2026-01-07 to 2026-01-12"].join("\n"),
    );
  });

  test("counts wide letters twice", () => {
    expect(hangingText("電気代電気代 電気代電気代 電気代", 4, narrow)).toBe(
      ["電気代電気代 電気代電気代", "    電気代"].join("\n"),
    );
  });

  test("leaves a word whole that is longer than the line", () => {
    const word = "x".repeat(40);
    expect(hangingText(`${word} y`, 4, narrow)).toBe(`${word}\n    y`);
  });

  test("leaves alone what fits, and what is piped", () => {
    const long = "a ".repeat(60).trim();
    expect(hangingText("short", 4, narrow)).toBe("short");
    expect(hangingText(long, 4, plainStyle)).toBe(long);
  });
});
