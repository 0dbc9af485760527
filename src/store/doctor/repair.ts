import type { Change } from "../../domain/change.ts";
import type { Repaired } from "../../domain/doctor/repaired.ts";
import { Refusal } from "../../domain/refusal.ts";
import { type CommitSetting, commitDecision } from "../commit.ts";
import { modes } from "../disk/file-system.ts";
import type { Home } from "../disk/home.ts";
import { acquireLock, lockName, ownerOf, releaseLock } from "../lock/lock.ts";
import { isAlive, thisOwner } from "../lock/lock-owner.ts";
import { readViewsFile } from "../views/views-file.ts";
import { examineHome } from "./examine.ts";
import { fileAilments } from "./file-ailments.ts";
import { mendJournal } from "./mend-journal.ts";
import { copyToQuarantine, moveToQuarantine } from "./quarantine.ts";
import { provedRecords, recoveringEdits, remakeViews } from "./remake-views.ts";

/** Copies the home to `quarantine/`, then mends what can be mended without losing anything. Refuses `busy` a living writer. */
export function repairHome(setting: CommitSetting, waitMs: number): Repaired {
  const { home } = setting;
  refuseLiving(home);
  const isWell = examineHome(home).every(({ is_problem, kind }) => !is_problem && kind !== "lock");
  if (isWell) return nothingWrong;
  const quarantine = copyToQuarantine(home, setting.today());
  const done: string[] = [];
  if (home.facts(lockName) !== null) {
    moveToQuarantine(home, lockName, quarantine);
    done.push("the lock that nobody holds was cleared");
  }
  const lock = acquireLock(home, waitMs);
  try {
    done.push(...closeModes(home));
    const books = mendBooks(setting, quarantine);
    return { quarantine, done: [...done, ...books.done], ...books.journal };
  } finally {
    releaseLock(home, lock);
  }
}

const nothingWrong: Repaired = { quarantine: null, done: [], faults: [], recovered: 0, lost: [] };

function mendBooks(setting: CommitSetting, quarantine: string) {
  const { home } = setting;
  const views = readViewsFile(home);
  const before = provedRecords(home, views);
  const { faults, named } = mendJournal(setting, views, quarantine);
  remakeViews(setting);
  const after = provedRecords(home, readViewsFile(home));
  const edits = views === null ? [] : recoveringEdits(home, before, after, views.head);
  if (edits.length > 0) {
    const change: Change = {
      ...{ area: "journal", action: "recover", ref_id: null, edits },
      meta: { records: edits.length },
    };
    commitDecision(
      setting,
      () => ({ change, outcome: null }),
      () => {},
    );
  }
  const held = new Set([...after.values(), ...before.values()].flatMap((view) => [...view.keys()]));
  const lost = named.filter(({ id }) => !held.has(id));
  const bridged =
    faults.length === 0
      ? []
      : ["the journal goes on after a line that names what is wrong before it"];
  return {
    done: [...bridged, "every view was made again from the journal"],
    journal: { faults, recovered: edits.length, lost },
  };
}

function refuseLiving(home: Home): void {
  const owner = ownerOf(home);
  if (owner === null || !isAlive(owner, thisOwner(home.machine), home.machine)) return;
  throw new Refusal(
    "busy",
    `process ${owner.pid} is writing to these books`,
    "Wait for it to end, then run it again.",
  );
}

function closeModes(home: Home): string[] {
  return fileAilments(home)
    .filter(({ kind }) => kind === "mode")
    .flatMap(({ file }) => {
      const facts = file === null ? null : home.facts(file);
      if (file === null || facts === null) return [];
      home.files.chmod(home.at(file), facts.isDirectory() ? modes.folder : modes.file);
      return [`${file} was closed to others`];
    });
}
