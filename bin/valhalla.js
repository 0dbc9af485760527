#!/usr/bin/env node
"use strict";
const { readFileSync } = require("node:fs");
const { Script } = require("node:vm");

const dist = `${__dirname}/../dist/`;
const loaded = new Map();
const scripts = [];

/**
 * Loads a bundle of dist/ once, from what V8 compiled when it was built if that was this very Node; otherwise, and
 * whatever goes wrong, as any module is loaded.
 */
function load(name) {
  if (!loaded.has(name)) {
    try {
      loaded.set(name, run(compile(name)));
    } catch {
      loaded.set(name, require(dist + name));
    }
  }
  return loaded.get(name);
}

/** Bundles are ASCII, and begin with a comment that is their hash. */
function compile(name) {
  const source = readFileSync(dist + name, "latin1");
  const hash = source.slice(2, source.indexOf("\n"));
  const cache = `${dist}${name}.${hash}.${process.version}.${process.arch}.cache`;
  const script = new Script(`(function (exports, require, module) {${source}\n})`, {
    filename: dist + name,
    cachedData: contentsOf(cache),
  });
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
