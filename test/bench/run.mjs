/**
 * Bundles the bench and runs it: `npm run bench -- [--runs 15] [--only schedule,confirm] [--cpu] [--million] [--rows]`.
 * `--only` takes the rows whose names hold one of the words, `--rows` only lists them.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const folder = mkdtempSync(join(tmpdir(), "valhalla-bench-run-"));
const outfile = join(folder, "bench.cjs");
try {
  await build({
    entryPoints: ["test/bench/bench.ts"],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "cjs",
  });
  createRequire(import.meta.url)(outfile).bench(process.argv.slice(2));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
