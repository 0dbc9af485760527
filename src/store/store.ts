import { dirname } from "node:path";
import type { Decision } from "../domain/change.ts";
import type { Day } from "../domain/days/calendar.ts";
import type { Proof, Verification } from "../domain/history/audit-event.ts";
import { Refusal } from "../domain/refusal.ts";
import {
  type CommitSetting,
  type Committed,
  commitDecision,
  keepChange,
  noHome,
  type Receipt,
  refreshAfter,
} from "./commit.ts";
import { type FileSystem, realFiles } from "./disk/file-system.ts";
import { checkHome, ensureFolder, type HomeFolder, inHome, modes } from "./disk/home-folder.ts";
import { hasCode, ioRefusal } from "./disk/io-refusal.ts";
import { type Machine, realMachine } from "./disk/machine.ts";
import { origin } from "./journal/chain.ts";
import { type AuditLine, JournalReader } from "./journal/journal-reader.ts";
import { type Limits, usualLimits } from "./journal/limits.ts";
import { journalFolder } from "./journal/segment-lines.ts";
import { surveyChain } from "./journal/survey.ts";
import { verifyJournal } from "./journal/verify-journal.ts";
import { acquireLock, releaseLock } from "./lock/lock.ts";
import { emptySnapshot } from "./views/empty-snapshot.ts";
import { HomeSnapshot } from "./views/home-snapshot.ts";
import { type Moment, takeMoment } from "./views/moment.ts";
import { Reading } from "./views/reading.ts";
import type { Snapshot } from "./views/snapshot.ts";

export type { Committed, Receipt } from "./commit.ts";
export type { AuditLine, JournalReader } from "./journal/journal-reader.ts";
export type { KeyedLine, Snapshot } from "./views/snapshot.ts";

/** What a store is opened with. */
export interface StoreOptions {
  /** Absolute. */
  readonly home: string;
  readonly clock: { now(): string; today(): Day };
  /** Who the audit names. */
  readonly actor: string;
  /** The day given instead of the real one; recorded with every change. */
  readonly todayGiven: Day | null;
  newId(prefix: "home" | "batch"): string;
  /** How long to wait for another writer, in milliseconds. */
  readonly waitMs: number;
  /** Told, once each, what the user should know though the answer is right. */
  warn(text: string): void;
  /** The disk; tests hand in one that fails. */
  readonly files?: FileSystem;
  /** The machine and this process; tests hand in others. */
  readonly machine?: Machine;
  /** False takes no lock, to prove that nothing kept depends on it. */
  readonly isLocking?: boolean;
  /** How long the journal's lines and segments grow. */
  readonly limits?: Limits;
}

/**
 * The books of one home. Every change is one hash-chained addition to the journal, which is the only truth; what is
 * read is always the home as it was after one of them.
 */
export class Store {
  private readonly options: StoreOptions;
  private readonly home: HomeFolder;
  private readonly warned = new Set<string>();
  /** A moment just taken, so that asking whether there is a home costs no second look. */
  private taken: Moment | null = null;

  constructor(options: StoreOptions) {
    this.options = options;
    this.home = {
      path: options.home,
      files: options.files ?? realFiles,
      machine: options.machine ?? realMachine,
    };
  }

  /** Makes the home, its first line holding `meta`. Refuses (`already-done`) where there is one. Cut short, it may be run again. */
  init(meta: Readonly<Record<string, unknown>> = {}): Receipt {
    return this.guarded("nothing was saved", () => {
      checkHome(this.home);
      ensureHome(this.home);
      return this.locked(() => this.makeHome(meta));
    });
  }

  /** Whether there are books in the home. */
  isHome(): boolean {
    this.taken = this.guarded("the books cannot be read", () => takeMoment(this.home));
    return this.taken !== null;
  }

  /** Answers from the home as it is now, without a lock; one that is not there holds nothing. Refuses `unsafe-home` and `newer-format`. */
  read<Answer>(answer: (snapshot: Snapshot) => Answer): Answer;
  read(): Snapshot;
  read<Answer>(answer?: (snapshot: Snapshot) => Answer): Answer | Snapshot {
    if (answer === undefined) return this.readHome();
    return answer(this.isHome() ? this.readHome() : emptySnapshot);
  }

  private readHome(): Snapshot {
    return this.guarded("the books cannot be read", () => {
      const moment = this.moment();
      return new HomeSnapshot(new Reading(this.home, moment, false, (text) => this.warn(text)));
    });
  }

  /**
   * Decides on the latest state and keeps the decision; whole or not at all. `decide` may be called again where another
   * writer came first. Makes a home that is not there yet, if told to. Refuses `no-home`, `busy`, `damaged` and `io`.
   */
  commit<Outcome>(
    decide: (snapshot: Snapshot) => Decision<Outcome>,
    options: { readonly init: boolean } = { init: false },
  ): Committed<Outcome> {
    this.taken = null;
    return this.guarded("nothing was saved", () => {
      const isFolder = checkHome(this.home);
      if (!isFolder && !options.init) throw noHome(this.home);
      if (!isFolder) {
        const { change, outcome } = decide(emptySnapshot);
        if (change === null) return { outcome, receipt: null };
        ensureHome(this.home);
      }
      const whenNone = () => {
        if (!options.init) throw noHome(this.home);
        ensureHome(this.home);
        this.makeHome({});
      };
      return this.locked(() => commitDecision(this.setting, decide, whenNone));
    });
  }

  /** Every change, the latest first. Refuses `no-home`. */
  newestLines(): Iterable<AuditLine> {
    return this.events().newestFirst();
  }

  /** The journal as history. Refuses `no-home`. */
  events(): JournalReader {
    return this.guarded("the books cannot be read", () => {
      const { survey } = this.moment();
      // Where the head itself is lost, what is left of the chain must be found from its beginning.
      const known = survey.broken === null ? survey : surveyChain(this.home, origin);
      return new JournalReader(this.home, known.settled);
    });
  }

  /** Proves the journal from its first line on, and that the change of a receipt is in it. Refuses `no-home`. */
  verify(receipt: Proof | null = null): Verification {
    return this.guarded("the books cannot be read", () => {
      const { views } = this.moment();
      const witnesses = receipt === null ? [] : [{ ...receipt, by: "the receipt" }];
      if (views !== null) witnesses.push({ ...views.head, by: "views.json" });
      return verifyJournal(this.home, witnesses);
    });
  }

  private moment(): Moment {
    const moment = this.taken ?? takeMoment(this.home);
    this.taken = null;
    if (moment === null) throw noHome(this.home);
    const { broken } = moment.survey;
    if (broken !== null) this.warn(`the journal is damaged: ${broken}`);
    return moment;
  }

  private makeHome(meta: Readonly<Record<string, unknown>>): Receipt {
    if (takeMoment(this.home) !== null) {
      throw alreadyThere(this.home);
    }
    const home_id = this.options.newId("home");
    const genesis = {
      ...{ area: "home", action: "init", ref_id: null, edits: [] },
      meta: { home_id, format: 1, ...meta },
    };
    const moment = { views: null, survey: surveyChain(this.home, origin) };
    const kept = keepChange(this.setting, moment, genesis);
    if (kept === null) throw alreadyThere(this.home);
    const reading = new Reading(
      this.home,
      { ...moment, boot: this.home.machine.boot(), config: null },
      true,
      this.setting.warn,
    );
    refreshAfter(this.setting, reading, kept.survey);
    return kept.receipt;
  }

  private get setting(): CommitSetting {
    const { clock, actor, todayGiven, newId, limits = usualLimits } = this.options;
    return {
      home: this.home,
      limits,
      sign: () => ({ ts: clock.now(), actor, todayGiven }),
      today: () => clock.today(),
      newBatchId: () => newId("batch"),
      warn: (text) => this.warn(text),
    };
  }

  private locked<Result>(act: () => Result): Result {
    if (this.options.isLocking === false) return act();
    const lock = acquireLock(this.home, this.options.waitMs);
    try {
      return act();
    } finally {
      releaseLock(this.home, lock);
    }
  }

  private guarded<Result>(consequence: string, act: () => Result): Result {
    try {
      return act();
    } catch (error) {
      throw ioRefusal(error, consequence);
    }
  }

  private warn(text: string): void {
    if (this.warned.has(text)) return;
    this.warned.add(text);
    this.options.warn(text);
  }
}

function alreadyThere({ path }: HomeFolder): Refusal {
  return new Refusal(
    "already-done",
    `there are books in ${path} already`,
    "See what is in them: valhalla list",
  );
}

function ensureHome(home: HomeFolder): void {
  makeParents(home, home.path);
  ensureFolder(home, home.path);
  ensureFolder(home, inHome(home, journalFolder));
}

function makeParents(home: HomeFolder, path: string): void {
  const parent = dirname(path);
  try {
    home.files.lstat(parent);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
    makeParents(home, parent);
    home.files.mkdir(parent, modes.folder);
  }
}
