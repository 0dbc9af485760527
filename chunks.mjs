/**
 * Tells which of the program's files go into one bundle: what every start needs, what one command alone needs, and
 * what commands have in common, the usual ones apart from the others. A file is in one bundle only, so that a class
 * stays one class.
 */
import { posix, relative } from "node:path";
import { build } from "esbuild";

const start = "src/main.ts";
const overview = "src/commands/overview.ts";
const everyCommand = "src/commands/program.ts";
const usualCommands = [
  "schedule",
  "show",
  "list",
  "confirm",
  "confirmations",
  "reconcile",
  "audit",
];

/**
 * The chunks of the program: the `file` of each, the `entry` esbuild begins with, and a `plugin` that leaves to other
 * chunks what is theirs. What is in no chunk is a package, and goes along with whoever imports it.
 */
export async function chunksOf(options) {
  const whole = await build({ ...options, entryPoints: [start], outfile: "whole", metafile: true });
  const { inputs } = whole.metafile;
  const owners = ownersIn(inputs);
  const doors = new Map([...owners.values()].map((file) => [file, new Set()]));
  doors.get(owners.get(start)).add(start);
  for (const [path, { imports }] of Object.entries(inputs)) {
    for (const { path: imported } of imports) {
      const file = owners.get(imported);
      if (file !== undefined && file !== owners.get(path)) doors.get(file).add(imported);
    }
  }
  const chunks = [...doors].map(async ([file, paths]) => ({
    file,
    entry: { contents: await entryOf([...paths]), resolveDir: "." },
    plugin: elsewhere(file, owners),
  }));
  return Promise.all(chunks);
}

/** The bundle of every file, by the file's path. */
function ownersIn(inputs) {
  const atStart = new Set([...reached(inputs, start), ...reached(inputs, overview)]);
  const always = reached(inputs, everyCommand, atStart);
  const usual = usualCommands.flatMap((name) => [...reached(inputs, `src/commands/${name}.ts`)]);
  const shared = new Map([...always, ...usual].map((path) => [path, "commands.cjs"]));
  const owners = new Map([...always].map((path) => [path, "commands.cjs"]));
  for (const entry of lazyIn(inputs)) {
    const own = `${posix.basename(entry, ".ts")}.cjs`;
    for (const path of reached(inputs, entry, atStart)) {
      const isOwn = (owners.get(path) ?? own) === own;
      owners.set(path, isOwn ? own : (shared.get(path) ?? "seldom.cjs"));
    }
  }
  return new Map([...owners, ...[...atStart].map((path) => [path, "valhalla.cjs"])]);
}

function lazyIn(inputs) {
  const imports = Object.values(inputs).flatMap((input) => input.imports);
  return imports.filter(({ kind }) => kind === "dynamic-import").map(({ path }) => path);
}

/** What a file of the program needs as soon as it is loaded, itself included. */
function reached(inputs, path, without = new Set(), found = new Set()) {
  if (inputs[path] === undefined || path.includes("node_modules/")) return found;
  if (without.has(path) || found.has(path)) return found;
  found.add(path);
  for (const { path: next } of atOnce(inputs, path)) reached(inputs, next, without, found);
  return found;
}

function atOnce(inputs, path) {
  return inputs[path].imports.filter(({ kind }) => kind !== "dynamic-import");
}

/**
 * A source that exports what these files do, by name, so that two of one name are an error and not a loss; as plain
 * properties, because the getters that esbuild would make cost time at the start and at every use.
 */
async function entryOf(paths) {
  const made = { entryPoints: paths, outdir: ".", outbase: ".", format: "esm", write: false };
  const { metafile } = await build({ ...made, metafile: true });
  const files = Object.values(metafile.outputs);
  const taken = files.map((file) => `import { ${file.exports} } from "./${file.entryPoint}";`);
  return `${taken.join("\n")}\nmodule.exports = { ${files.flatMap((file) => file.exports)} };`;
}

function elsewhere(chunk, owners) {
  return {
    name: "elsewhere",
    setup(one) {
      one.onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
        const file = owners.get(posix.join(relative(".", resolveDir), path));
        return file === undefined || file === chunk
          ? undefined
          : { path: `./${file}`, external: true };
      });
    },
  };
}
