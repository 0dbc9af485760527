"use strict";
// Preloaded into a program that is measured: leaves what it cost in a file when it ends.
const { readFileSync, writeFileSync } = require("node:fs");

process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  const cost = { peak_kib: peak(), cpu_ms: (user + system) / 1000 };
  writeFileSync(process.env.VALHALLA_BENCH_COST, JSON.stringify(cost));
});

/** The system counts a child's peak from that of its parent on, except in this one place. */
function peak() {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}
