import { crc32 as zipCrc32 } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { crc32, sha256 } from "../../src/store/disk/checksum.ts";
import { isShallow } from "../../src/store/disk/json-depth.ts";

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

test("32 levels deep is shallow, 33 is not, and brackets in texts do not count", () => {
  const nested = (depth: number): unknown => JSON.parse("[".repeat(depth) + "]".repeat(depth));
  expect(isShallow(nested(32))).toBe(true);
  expect(isShallow(nested(33))).toBe(false);
  expect(isShallow(nested(100_000))).toBe(false);
  expect(isShallow({ a: `${"[{".repeat(50)}` })).toBe(true);
});
