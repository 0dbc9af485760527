#!/usr/bin/env node
"use strict";
const { readFileSync } = require("node:fs");
const { Script } = require("node:vm");

const dist = `${__dirname}/../dist/`;
const loaded = new Map();
const scripts = [];

/** Loads a bundle of dist/ once. */
function load(name) {
  if (!loaded.has(name)) loaded.set(name, run(compile(name)));
  return loaded.get(name);
}

/**
 * Takes what V8 compiled of a bundle when it was built, if that was this very Node; else, or where V8 refuses it, the
 * bundle is compiled now. Bundles are ASCII, one function each, and begin with a comment that is their hash.
 */
function compile(name) {
  const source = readFileSync(dist + name, "latin1");
  const hash = source.slice(2, source.indexOf("\n"));
  const cache = `${dist}${name}.${hash}.${process.version}.${process.arch}.cache`;
  const script = new Script(source, { filename: dist + name, cachedData: contentsOf(cache) });
  scripts.push({ script, cache });
  return script;
}

function contentsOf(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function run(script) {
  const module = { exports: {} };
  const requireHere = (id) => (id.startsWith("./") ? load(id.slice(2)) : require(id));
  script.runInThisContext()(module.exports, requireHere, module);
  return module.exports;
}

if (require.main === module) {
  load("valhalla.cjs")
    .main(process.argv.slice(2))
    .then((code) => {
      process.exitCode = code;
    });
}

module.exports = { load, scripts };
