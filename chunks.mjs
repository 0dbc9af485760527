/**
 * Tells which of the program's files go into one bundle: what every start needs, what one command alone needs, and
 * what the usual commands have in common, parted by when it is called. A file is in one bundle only, so that a class
 * stays one class.
 */
import { posix, relative } from "node:path";
import { build } from "esbuild";
import { callsOf, isFirstCall } from "./first-call.mjs";

const start = "src/main.ts";
const everyCommand = "src/commands/program.ts";
const questions = ["schedule", "show", "list", "confirmations", "reconcile", "audit"];
const usualCommands = [...questions, "confirm"].map((name) => `src/commands/${name}.ts`);
/** The words that flags take, and what stands for flags that were not given. */
const words = [
  "src/actions/list-orders.ts",
  "src/actions/unsaid-input.ts",
  "src/domain/cycles/cycle-status.ts",
  "src/domain/registry/payment.ts",
];
/** What answers a question asked for JSON; changes and texts are apart from it. */
const answering = [...questions.map((name) => `src/actions/${name}.ts`), "src/render/json.ts"];

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
  const atStart = reached([start], loadedBy(inputs));
  const shared = sharedIn(inputs);
  const owners = new Map();
  for (const entry of lazyIn(inputs)) {
    const own = `${posix.basename(entry, ".ts")}.cjs`;
    for (const path of reached([entry], importedBy(inputs))) {
      const isOwn = (owners.get(path) ?? own) === own;
      owners.set(path, isOwn ? own : (shared.get(path) ?? seldomIn(path)));
    }
  }
  const always = reached([everyCommand], loadedBy(inputs));
  for (const path of always) owners.set(path, "commands.cjs");
  for (const path of atStart) owners.set(path, "valhalla.cjs");
  return owners;
}

/** Where a file of the usual commands goes that is not of one alone: with what is loaded soonest of what needs it. */
function sharedIn(inputs) {
  const all = reached([everyCommand, ...usualCommands], importedBy(inputs));
  const among = (folder) => [...all].filter((path) => path.startsWith(`src/${folder}/`));
  const typed = among("commands").filter((path) => !usualCommands.includes(path));
  return new Map([
    ...[...all].map((path) => [path, "changes.cjs"]),
    ...among("render").map((path) => [path, "texts.cjs"]),
    ...[...reached(answering, loadedBy(inputs))].map((path) => [path, "answers.cjs"]),
    ...[...reached([...typed, ...words], loadedBy(inputs))].map((path) => [path, "commands.cjs"]),
  ]);
}

/** What is seldom needed lies by folder, so that flags bring no formats along. */
function seldomIn(path) {
  return `seldom-${path.split("/")[1]}.cjs`;
}

function lazyIn(inputs) {
  const imports = Object.values(inputs).flatMap((input) => input.imports);
  return imports.filter(({ kind }) => kind === "dynamic-import").map(({ path }) => path);
}

/** Some files of the program and all that they lead to. */
function reached(paths, next, found = new Set()) {
  for (const path of paths) {
    if (found.has(path) || !path.startsWith("src/")) continue;
    found.add(path);
    reached(next(path), next, found);
  }
  return found;
}

function importedBy(inputs) {
  return (path) =>
    inputs[path].imports.filter(({ kind }) => kind !== "dynamic-import").map((one) => one.path);
}

/** What a file needs as soon as it is loaded, and not only when it calls. */
function loadedBy(inputs) {
  const imported = importedBy(inputs);
  return (path) => imported(path).filter((other) => !isFirstCall(path, other));
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

/** Leaves to other chunks what is theirs, and to the first call what is only called. */
function elsewhere(chunk, owners) {
  return {
    name: "elsewhere",
    setup(one) {
      one.onResolve({ filter: /^\./ }, ({ path, importer, kind, resolveDir }) => {
        const imported = relative(".", posix.join(resolveDir, path));
        const file = owners.get(imported);
        if (kind === "import-statement" && isFirstCall(relative(".", importer), imported)) {
          return { path: imported, namespace: "first-call" };
        }
        return file === undefined || file === chunk
          ? undefined
          : { path: `./${file}`, external: true };
      });
      one.onLoad({ filter: /.*/, namespace: "first-call" }, ({ path }) => ({
        contents: callsOf(path),
        resolveDir: process.cwd(),
      }));
    },
  };
}
