/**
 * Builds dist/: bundles of the program, as chunks.mjs parts it; one of each heavy package, loaded when it is needed;
 * and what V8 made of them after a few commands, so that a start compiles nothing. `bin/valhalla.js` loads them.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { chunksOf } from "./chunks.mjs";

/** What people run, in the order of a first week. */
const usualLines = [
  "--version",
  "--help",
  "confirm --help",
  "add Hydro 150 --due-day 15 --autopay",
  "add Rent 2000 --due-day last --roll preceding --calendar CA-ON --json",
  "add Gym 24.99 --cadence biweekly --start 2026-01-09 --kind subscription",
  "list",
  "list --json",
  "schedule --days 30",
  "schedule --days 30 --json",
  "confirm hydro --json",
  "confirm gym --on 2026-01-09 --ref 1",
  "show hydro --json",
  "reconcile --days 30 --json",
  "confirmations --json",
  "audit --json",
  "skip rent --json",
  "undo --json",
  "export --json",
];

/** Where dist/ goes and bin/ is; the tests build elsewhere than here. */
const root = resolve(process.argv[2] ?? ".");
const folder = join(root, "dist");
const inside = new Set(["commander"]);
/** One function each, called where a text is not ASCII, which few are: fetched at the first call. */
const atFirstCall = new Set(["fast-string-truncated-width"]);
const vendored = new Map();

const options = {
  bundle: true,
  platform: "node",
  target: "node20.19",
  format: "cjs",
  minify: true,
  charset: "ascii",
  legalComments: "external",
  logLevel: "warning",
  logOverride: { "commonjs-variable-in-esm": "silent" },
  write: false,
};

/** Sends every package that is not needed at once to a bundle of its own. */
const lazyPackages = {
  name: "lazy-packages",
  setup(one) {
    one.onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
      const name = path.split("/")[0] ?? path;
      if (kind === "entry-point" || path.startsWith("node:") || inside.has(name)) return undefined;
      if (importer.includes("node_modules")) return undefined;
      const file = `${path.replace(/\.js$/, "").replaceAll("/", "-")}.cjs`;
      vendored.set(path, file);
      if (atFirstCall.has(name)) return { path: file, namespace: "at-first-call" };
      return { path: `./${file}`, external: true };
    });
    one.onResolve({ filter: /^\./, namespace: "at-first-call" }, ({ path }) => ({
      path,
      external: true,
    }));
    one.onLoad({ filter: /.*/, namespace: "at-first-call" }, ({ path }) => ({
      contents: `let one; export default (...given) => (one ??= require("./${path}").default)(...given);`,
    }));
  },
};

/** commander loads child_process, which is slow to load, for a feature that is not used here. */
const noChildProcess = {
  name: "no-child-process",
  setup(one) {
    one.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes("/commander/") ? { path: "none", namespace: "none" } : undefined,
    );
    one.onLoad({ filter: /.*/, namespace: "none" }, () => ({ contents: "module.exports = {};" }));
  },
};

if (process.argv[3] === "warm") await warm();
else await buildAll();

async function buildAll() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const plugins = [lazyPackages, noChildProcess];
  for (const { file, entry, plugin } of await chunksOf({ ...options, plugins })) {
    await bundle({ stdin: entry }, file, [...plugins, plugin]);
  }
  for (const [path, file] of [...vendored]) await bundle({ entryPoints: [path] }, file, []);
  execFileSync(process.execPath, ["build.mjs", root, "warm"], { stdio: "ignore" });
}

/** Runs what is usual in a home of its own, so that V8 has compiled what a start needs, and keeps the results. */
async function warm() {
  const { load, scripts } = createRequire(import.meta.url)(join(root, "bin/valhalla.js"));
  const home = mkdtempSync(join(tmpdir(), "valhalla-build-"));
  const { main } = load("valhalla.cjs");
  for (const line of usualLines) {
    const words = line.split(" ");
    await main(["--home", join(home, "books"), "--today", "2026-01-15", "--no-input", ...words]);
  }
  rmSync(home, { recursive: true });
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".cjs"))) load(name);
  for (const { script, cache } of scripts) writeFileSync(cache, script.createCachedData());
}

/** The first line of a bundle is a hash of the rest, by which its compiled form is found; the rest is one function. */
async function bundle(entry, file, plugins) {
  const { outputFiles } = await build({ ...options, ...entry, outfile: file, plugins });
  for (const { path, text } of outputFiles) {
    if (path.endsWith(".cjs")) writeFileSync(`${folder}/${file}`, withHash(wrapped(text)));
    else if (text !== "") writeFileSync(`${folder}/${file}.LEGAL.txt`, text);
  }
}

/** Turns `import()` of a bundle into `require`; esbuild's own way would copy every export of it, one by one. */
function wrapped(text) {
  const bundles = /\bimport\("(\.\/[\w-]+\.cjs)"\)/g;
  const required = text.replaceAll(bundles, 'Promise.resolve(require("$1"))');
  return `(function (exports, require, module) {${required}})`;
}

function withHash(text) {
  return `//${createHash("sha256").update(text).digest("hex").slice(0, 16)}\n${text}`;
}
