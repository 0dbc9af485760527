import { readFileSync, readlinkSync } from "node:fs";
import { getBuiltinModule, geteuid, hrtime, pid, platform } from "node:process";
import { crc32 } from "./checksum.ts";

/** What the store must know of the machine and of its own process; tests hand in another. */
export interface Machine {
  readonly pid: number;
  /** The effective user; null where the system has none. */
  uid(): number | null;
  /** Changes with every boot; empty when it cannot be known. */
  boot(): string;
  /** The host, so that a lock left by another machine on a shared disk is never taken for a dead one. */
  host(): string;
  /** The namespace process ids are counted in; `0` where there is only one. */
  pidNamespace(): string;
  /** When a process started, as digits; null when there is no such process, undefined when it cannot be known. */
  startOf(pid: number): string | null | undefined;
  /** Letters and digits never given before. */
  nonce(): string;
  /** Milliseconds since 1970, for the age of files. */
  now(): number;
  /** Milliseconds that only ever grow. */
  elapsed(): number;
  sleep(milliseconds: number): void;
}

const isLinux = platform === "linux";

/** The machine this runs on. */
export const realMachine: Machine = {
  pid,
  uid: () => geteuid?.() ?? null,
  boot: () => digest(textOf("/proc/sys/kernel/random/boot_id")),
  host: () => digest(textOf("/etc/machine-id") || getBuiltinModule("node:os").hostname()),
  pidNamespace,
  startOf: (pid) => (isLinux ? startOnLinux(pid) : startFromPs(pid)),
  nonce: () =>
    `${pid.toString(36)}${hrtime.bigint().toString(36)}${Math.random().toString(36).slice(2)}`,
  now: () => performance.timeOrigin + performance.now(),
  // `performance` would be loaded for it.
  elapsed: () => Number(hrtime.bigint() / 1_000_000n),
  sleep: (milliseconds) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  },
};

function pidNamespace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid").replace(/\D/g, "") || "0";
  } catch {
    return "0";
  }
}

/** The 22nd field of `/proc/<pid>/stat`, counted after the last `)` because a name may hold anything. */
function startOnLinux(pid: number): string | null {
  const stat = textOf(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const isGone = stat === "" || fields[0] === "Z" || fields[0] === "X";
  return isGone ? null : (fields[19] ?? null);
}

function startFromPs(pid: number): string | null | undefined {
  const { spawnSync } = getBuiltinModule("node:child_process");
  const { status, stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], {
    encoding: "utf8",
  });
  if (status === null) return undefined;
  return stdout.trim() === "" ? null : String(crc32(Buffer.from(stdout.trim())));
}

function digest(text: string): string {
  return text === "" ? "" : crc32(Buffer.from(text)).toString(16).padStart(8, "0");
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
