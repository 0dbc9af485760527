import { readFileSync } from "node:fs";
import { crc32 as zipCrc32 } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { crc32 } from "../../src/store/disk/crc32.ts";
import { isShallow } from "../../src/store/disk/json-depth.ts";
import { sha256 } from "../../src/store/disk/sha256.ts";
import { wordSum } from "../../src/store/disk/word-sum.ts";

const bytes = fc.uint8Array({ maxLength: 300 });

test("the SHA-256 is that of the standard's examples (FIPS 180-4)", () => {
  expect(sha256(Buffer.from("abc"))).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
  expect(sha256(Buffer.alloc(0))).toBe(
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  );
});

test("the CRC-32 is zip's, and goes on over an append", () => {
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      expect(crc32(one)).toBe(zipCrc32(one));
      expect(crc32(other, crc32(one))).toBe(zipCrc32(Buffer.concat([one, other])));
    }),
    { numRuns: 2000 },
  );
});

test("the checksum of words shows every change of a byte, and every end of zeros", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 300 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      fc.integer({ min: 1, max: 9 }),
      (input, at, change, zeros) => {
        const changed = input.map((byte, index) =>
          index === at % input.length ? byte ^ change : byte,
        );
        expect(wordSum(changed)).not.toBe(wordSum(input));
        expect(wordSum(Buffer.concat([input, Buffer.alloc(zeros)]))).not.toBe(wordSum(input));
      },
    ),
    { numRuns: 2000 },
  );
});

test("the checksum of words shows every cut of a views.json", () => {
  const whole = readFileSync("fixtures/homes/0.1.0/views.json");
  const sums = Array.from(whole, (_, at) => wordSum(whole.subarray(0, at)));
  expect(sums).not.toContain(wordSum(whole));
});

test("32 brackets deep is shallow, 33 is not, and brackets in texts do not count", () => {
  const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
  expect(isShallow(nested(32))).toBe(true);
  expect(isShallow(nested(33))).toBe(false);
  expect(isShallow(JSON.stringify(`${"[{".repeat(50)}\\"`))).toBe(true);
  expect(isShallow('"torn \\')).toBe(true);
});
