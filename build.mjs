/**
 * Builds dist/: the launcher, which bin/valhalla.js loads in every run; a bundle of the whole program for each command, so
 * that a start reads one file and a class is one class; one for lines without a command; and one of each heavy package,
 * which is loaded when it is needed.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { build } from "esbuild";

/** Where dist/ goes; the tests build elsewhere than here. */
const root = resolve(process.argv[2] ?? ".");
/** Commands that run other commands. */
const runningOthers = ["demo", "help"];
/** Packages that are small and often needed. */
const bundledAlong = ["commander", "fast-string-truncated-width"];

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

/** The width of a text is asked of a package only where the text is not ASCII, and that package is slow to begin. */
const widthAtFirstCall = {
  name: "width-at-first-call",
  setup(one) {
    one.onResolve({ filter: /^fast-string-truncated-width$/ }, ({ path, kind }) =>
      kind === "import-statement" ? { path, namespace: "at-first-call" } : undefined,
    );
    one.onLoad({ filter: /.*/, namespace: "at-first-call" }, ({ path }) => ({
      contents: `export default (...given) => require("${path}").default(...given);`,
      resolveDir: ".",
    }));
  },
};

await buildAll();

async function buildAll() {
  const packages = Object.keys(JSON.parse(readFileSync("package.json", "utf8")).dependencies);
  const apart = packages.filter((name) => !bundledAlong.includes(name));
  const whole = await bundle("./src/main.ts", apart);
  const commands = commandsIn(whole);
  const without = (names) => names.map((name) => `./src/commands/${name}.ts`);
  const texts = new Map();
  for (const name of commands) {
    const others = runningOthers.includes(name) ? [] : commands.filter((other) => other !== name);
    const { text } = await bundle("./src/main.ts", [...apart, ...without(others)]);
    texts.set(`commands/${name}.cjs`, text);
  }
  const start = await bundle("./src/main.ts", [...apart, ...without(commands)]);
  texts.set("start.cjs", start.text);
  for (const path of packagesIn(whole))
    texts.set(`packages/${path}.cjs`, (await bundle(path, [])).text);
  writeBundles(texts);
  writeLauncher((await bundle("./src/launch.ts", [])).text);
}

/** One file of an entry and what it imports, but for what is external. */
async function bundle(entry, external) {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    external,
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "cjs",
    supported: { "dynamic-import": false },
    minify: true,
    charset: "ascii",
    plugins: [noChildProcess, widthAtFirstCall],
    metafile: true,
    write: false,
    outdir: "dist",
    logLevel: "warning",
  });
  return { text: outputFiles[0].text, inputs: metafile.inputs };
}

/** The commands that the table of commands loads. */
function commandsIn({ inputs }) {
  const { imports } = inputs["src/commands/table.ts"];
  const loaded = imports.filter(({ kind }) => kind === "dynamic-import");
  return loaded.map(({ path }) => basename(path, ".ts"));
}

/** What of the packages is imported and not bundled along. */
function packagesIn({ inputs }) {
  const imports = Object.values(inputs).flatMap((input) => input.imports);
  const paths = imports.filter(({ external }) => external).map(({ path }) => path);
  return new Set(paths.filter((path) => !path.startsWith("node:")));
}

/** Each bundle is one function, and begins with a hash of them all, by which what V8 compiled of it is kept. */
function writeBundles(texts) {
  const hash = createHash("sha256");
  for (const text of texts.values()) hash.update(text);
  const first = `//${hash.digest("hex").slice(0, 16)}\n`;
  rmSync(join(root, "dist"), { recursive: true, force: true });
  for (const [file, text] of texts) {
    const path = join(root, "dist", file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${first}(function (exports, require, module) {${text}})`);
  }
}

function writeLauncher(text) {
  writeFileSync(join(root, "dist/launch.cjs"), text);
}
