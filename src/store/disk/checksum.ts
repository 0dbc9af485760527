import { getBuiltinModule } from "node:process";

/**
 * Continues a CRC-32 (the one of zip and PNG) over more bytes: `crc32(ab)` is `crc32(b, crc32(a))`, so that an append needs
 * no second look at what is there.
 */
export function crc32(bytes: Uint8Array, previous = 0): number {
  isLong ||= bytes.length >= longEnough;
  if (isLong) return getBuiltinModule("node:zlib").crc32(bytes, previous);
  let crc = ~previous;
  // An indexed loop: iterators are ten times slower before the optimiser has seen them.
  for (let index = 0; index < bytes.length; index++) {
    const low = (crc ^ (bytes[index] ?? 0)) & 255;
    crc = (table[low] || fill(low)) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}

/** The SHA-256 of some bytes, 64 hex digits. Loads `node:crypto` when first asked. */
export function sha256(bytes: Uint8Array): string {
  return getBuiltinModule("node:crypto").createHash("sha256").update(bytes).digest("hex");
}

/** From here on Node's own is faster although it must be loaded first, which takes as long as 60 kB here; measured. */
const longEnough = 40_000;
let isLong = false;

/** Filled as it is needed: most starts look at a few dozen bytes. */
const table = new Int32Array(256);

function fill(low: number): number {
  let crc = low;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  table[low] = crc;
  return crc;
}
