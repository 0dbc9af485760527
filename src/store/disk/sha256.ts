import { getBuiltinModule } from "node:process";

/** The SHA-256 of some bytes, 64 hex digits. Loads `node:crypto` when first asked: a read of what is there hashes nothing. */
export function sha256(bytes: Uint8Array): string {
  return getBuiltinModule("node:crypto").createHash("sha256").update(bytes).digest("hex");
}
