/**
 * A checksum of 32 bits that takes four bytes at a step, so that a start spends no time on it: FNV-1a over words, then over
 * the length. A change within one word always shows; unlike a CRC it cannot be continued.
 */
export function wordSum(bytes: Uint8Array): string {
  const padded = new Uint8Array((bytes.length + 3) & ~3);
  padded.set(bytes);
  const words = new Int32Array(padded.buffer);
  let sum = 0x811c9dc5;
  for (let index = 0; index < words.length; index++) sum = withWord(sum, words[index] ?? 0);
  return (withWord(sum, bytes.length) >>> 0).toString(16).padStart(8, "0");
}

function withWord(sum: number, word: number): number {
  return Math.imul(sum ^ word, 0x01000193);
}
