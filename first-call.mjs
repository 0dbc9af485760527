/**
 * Tells which imports need not be there when a file is loaded: it only calls functions of theirs, and that seldom.
 */
import { readFileSync } from "node:fs";
import { posix } from "node:path";

/** Whoever calls others once or twice in a run, and whom; but days are read at every start. */
const seldom = [
  {
    callers: /^src\/(main|world|system|report-error|commands)\b/,
    called: /^src\/(actions|domain(?!\/days\/calendar)|formats|render)\//,
  },
  { callers: /^src\/store\/store\.ts$/, called: /^src\/store\/(commit|lock\/lock)\.ts$/ },
];

/** Whether all that a file imports from another are functions which it may fetch at the first call. */
export function isFirstCall(path, imported) {
  if (!seldom.some(({ callers, called }) => callers.test(path) && called.test(imported)))
    return false;
  const functions = new Set(functionsIn(imported));
  return namesIn(path, imported).every((name) => functions.has(name));
}

/** A module that stands for a file: with functions of the same names, each of which loads the file and calls its own. */
export function callsOf(path) {
  const calls = functionsIn(path).map(
    (name) => `export const ${name} = (...given) => require("./${path}").${name}(...given);`,
  );
  return calls.join("\n");
}

function functionsIn(path) {
  const found = readFileSync(path, "utf8").matchAll(/^export (?:async )?function\*? (\w+)/gm);
  return [...found].map(([, name]) => name);
}

/** The values that a file imports from another, by name. */
function namesIn(path, imported) {
  const imports = readFileSync(path, "utf8").matchAll(/^import \{([^}]*)\} from "(\..*)";/gm);
  return [...imports]
    .filter(([, , from]) => posix.join(posix.dirname(path), from) === imported)
    .flatMap(([, names]) => names.split(","))
    .map((name) => name.trim())
    .filter((name) => name !== "" && !name.startsWith("type "));
}
