import { existsSync, readFileSync } from "node:fs";
import { Script } from "node:vm";
import type { CodeCache } from "./code-cache.ts";

/** The bundles of the built program, each loaded once in a process. */
export interface Bundles {
  has(file: string): boolean;
  /** What a bundle exports. */
  load(file: string): unknown;
  /** Keeps what V8 compiled of the bundles that were loaded, unless it was taken from what was kept. */
  keepCompiled(): void;
}

/**
 * Finds bundles in a folder, and in the cache what V8 compiled of them in an earlier run. V8 compiles a function when
 * it is first called: `use` keeps apart the runs that call other functions.
 */
export function bundlesIn(dist: string, cache: CodeCache, use: string): Bundles {
  const exported = new Map<string, unknown>();
  const compiled: { readonly script: Script; readonly name: string }[] = [];
  const load = (file: string): unknown => {
    if (!exported.has(file)) exported.set(file, run(compile(file)));
    return exported.get(file);
  };
  const compile = (file: string): Script => {
    const filename = `${dist}/${file}`;
    const source = readFileSync(filename, "utf8");
    const name = cacheName(source, file, use);
    const script = new Script(source, { filename, cachedData: cache.read(name) });
    compiled.push({ script, name });
    return script;
  };
  const run = (script: Script): unknown => {
    const module = { exports: {} };
    script.runInThisContext()(module.exports, requireFor, module);
    return module.exports;
  };
  const requireFor = (id: string): unknown =>
    process.getBuiltinModule(id) ?? load(`packages/${id}.cjs`);
  return {
    has: (file) => existsSync(`${dist}/${file}`),
    load,
    keepCompiled: () => {
      for (const { script, name } of compiled) {
        if (script.cachedDataRejected !== false) cache.write(name, () => script.createCachedData());
      }
    },
  };
}

/** A bundle begins with a comment that is the hash of the build. */
function cacheName(source: string, file: string, use: string): string {
  const build = source.slice("//".length, source.indexOf("\n"));
  const bundle = file.replaceAll("/", "-");
  return `${build}-${process.version}-${process.arch}-${bundle}-${use}`;
}
