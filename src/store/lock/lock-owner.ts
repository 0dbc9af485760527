import type { Machine } from "../disk/machine.ts";

/** Who holds a lock, told so exactly that its death can be proved. */
export interface Owner {
  readonly pid: number;
  /** When the process started, as digits; `0` where that cannot be known. */
  readonly start: string;
  readonly boot: string;
  readonly namespace: string;
  readonly host: string;
  /** Of this one taking of the lock. */
  readonly nonce: string;
}

/** This process, about to take the lock. */
export function thisOwner(machine: Machine): Owner {
  return {
    pid: machine.pid,
    start: machine.startOf(machine.pid) ?? "0",
    boot: machine.boot() || "0",
    namespace: machine.pidNamespace(),
    host: machine.host() || "0",
    nonce: machine.nonce(),
  };
}

/** The owner as a file name: a name cannot be torn. */
export function ownerName(owner: Owner): string {
  const { pid, start, boot, namespace, host, nonce } = owner;
  return `o.${pid}.${start}.${boot}.${namespace}.${host}.${nonce}`;
}

/** Reads a file name; null where it is no owner's. */
export function parseOwner(name: string): Owner | null {
  const match = /^o\.(\d+)\.(\d+)\.(\w+)\.(\d+)\.(\w+)\.(\w+)$/.exec(name);
  if (match === null) return null;
  const [, pid = "", start = "", boot = "", namespace = "", host = "", nonce = ""] = match;
  return { pid: Number(pid), start, boot, namespace, host, nonce };
}

/** Whether an owner is a process that is known to run, on this machine and another than this one. */
export function isAlive(owner: Owner, self: Owner, machine: Machine): boolean {
  const isNear = owner.host === self.host && owner.namespace === self.namespace;
  return isNear && !isSameProcess(owner, self) && !isDead(owner, self, machine);
}

/** Whether two owners are one process, whatever their nonces. */
export function isSameProcess(one: Owner, other: Owner): boolean {
  const { nonce: _one, ...first } = one;
  const { nonce: _other, ...second } = other;
  return JSON.stringify(first) === JSON.stringify(second);
}

/**
 * Whether an owner is dead beyond doubt: of an earlier boot of this machine, or a process that is gone or was
 * started at another time. The owner on another host or in another pid namespace is never called dead.
 */
export function isDead(owner: Owner, self: Owner, machine: Machine): boolean {
  if (owner.host !== self.host) return false;
  if (owner.boot !== self.boot) return true;
  if (owner.namespace !== self.namespace) return false;
  const start = machine.startOf(owner.pid);
  if (start === undefined) return false;
  return start === null || (owner.start !== "0" && owner.start !== start);
}
