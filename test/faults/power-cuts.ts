import { createHash } from "node:crypto";
import { type Deed, MemoryDisk } from "./memory-disk.ts";

/** A disk as a power cut may leave it. */
export interface Cut {
  readonly disk: MemoryDisk;
  /** What had been said by then. */
  readonly said: readonly string[];
  /** Which deeds were lost, for the report. */
  readonly what: string;
}

/** How much of some bytes is there: a number is the share of them, counted from the first. */
type Flavour = "whole" | "zeros" | "hole" | number;

/**
 * Every plausible disk after a power cut: the deeds are cut off at any point, and those not yet synced are there or
 * not, in any order, their bytes whole, half there, or zeros. Told apart by content; `samples` random ones a point.
 */
export function* powerCuts(start: MemoryDisk, deeds: readonly Deed[], samples: number) {
  const seen = new Set<string>();
  const random = sequence(7);
  for (let end = 1; end <= deeds.length; end++) {
    const pending = deeds.flatMap((_, at) => (at < end && !isDurable(deeds, at, end) ? [at] : []));
    for (const plan of plans(deeds, pending, random, samples)) {
      const cut = cutAt(start, deeds.slice(0, end), plan);
      const content = `${cut.said.length} ${contentOf(cut.disk)}`;
      if (seen.has(content)) continue;
      seen.add(content);
      yield cut;
    }
  }
}

/** What becomes of deeds not synced; those not named happened whole. */
type Plan = ReadonlyMap<number, Flavour | "lost">;

function isDurable(deeds: readonly Deed[], at: number, end: number): boolean {
  const deed = deeds[at];
  if (deed === undefined || deed.does === "sync" || deed.does === "say") return true;
  const inode = deed.does === "data" ? deed.inode : deed.folder;
  return deeds.slice(at + 1, end).some((later) => later.does === "sync" && later.inode === inode);
}

function* plans(
  deeds: readonly Deed[],
  pending: readonly number[],
  random: () => number,
  samples: number,
): Generator<Plan> {
  const lost = (but: number): Plan =>
    new Map(pending.flatMap((at) => (at === but ? [] : [[at, "lost"]])));
  yield new Map();
  yield lost(-1);
  for (const at of pending) {
    yield new Map([[at, "lost"]]);
    yield lost(at);
    if (deeds[at]?.does !== "data") continue;
    for (const flavour of [0.25, 0.5, 0.99, "zeros", "hole"] as const) {
      yield new Map([[at, flavour]]);
      yield new Map([...lost(at), [at, flavour]]);
    }
  }
  const fates = ["lost", "lost", "whole", "whole", "zeros", "hole"] as const;
  const fate = () => fates[Math.floor(random() * (fates.length + 1))] ?? random();
  for (let count = 0; count < samples && pending.length > 1; count++) {
    yield new Map(pending.map((at) => [at, fate()]));
  }
}

function cutAt(start: MemoryDisk, deeds: readonly Deed[], plan: Plan): Cut {
  const disk = start.copy();
  const said: string[] = [];
  for (const deed of deeds) {
    if (deed.does !== "make") continue;
    const node =
      deed.kind === "file"
        ? ({ kind: "file", bytes: Buffer.alloc(0), mode: 0o600, mtime: 1 } as const)
        : ({ kind: "folder", names: new Map<string, number>(), mode: 0o700 } as const);
    disk.nodes.set(deed.inode, node);
  }
  deeds.forEach((deed, at) => {
    const fate = plan.get(at) ?? "whole";
    if (deed.does === "say") said.push(deed.text);
    else if (fate !== "lost") redo(disk, deed, fate);
  });
  const what = [...plan].map(([at, fate]) => `${at} ${deeds[at]?.does} ${fate}`).join(", ");
  // A disk made anew gives out no inode that was given out since the start.
  return { disk: new MemoryDisk(disk.nodes), said, what: `cut after ${deeds.length}: ${what}` };
}

function redo(disk: MemoryDisk, deed: Deed, flavour: Flavour): void {
  if (deed.does === "data") {
    const node = disk.nodes.get(deed.inode);
    if (node?.kind !== "file") return;
    const bytes = flavoured(deed.bytes, flavour);
    const size = Math.max(node.bytes.length, deed.offset + bytes.length);
    const grown = Buffer.alloc(size);
    node.bytes.copy(grown);
    bytes.copy(grown, deed.offset);
    node.bytes = grown;
  } else if (deed.does === "make") namesOf(disk, deed.folder).set(deed.name, deed.inode);
  else if (deed.does === "remove") namesOf(disk, deed.folder).delete(deed.name);
  else if (deed.does === "move") {
    const from = namesOf(disk, deed.folder);
    if (from.get(deed.name) === deed.inode) from.delete(deed.name);
    namesOf(disk, deed.toFolder).set(deed.toName, deed.inode);
  }
}

function flavoured(bytes: Buffer, flavour: Flavour): Buffer {
  const half = bytes.length >> 1;
  if (typeof flavour === "number") return bytes.subarray(0, Math.floor(bytes.length * flavour));
  if (flavour === "zeros") return Buffer.alloc(bytes.length);
  if (flavour === "hole") return Buffer.concat([Buffer.alloc(half), bytes.subarray(half)]);
  return bytes;
}

function namesOf(disk: MemoryDisk, inode: number): Map<string, number> {
  const node = disk.nodes.get(inode);
  return node?.kind === "folder" ? node.names : new Map();
}

function contentOf(disk: MemoryDisk, inode = 1): string {
  const node = disk.nodes.get(inode);
  if (node === undefined) return "?";
  if (node.kind === "file") return createHash("sha1").update(node.bytes).digest("base64");
  const names = [...node.names].sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${names.map(([name, inner]) => `${name}:${contentOf(disk, inner)}`).join()}}`;
}

/** Numbers from 0 to 1, the same every time. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}
