import type { Decision } from "../domain/change.ts";
import type { Day } from "../domain/days/calendar.ts";
import type { Ailment } from "../domain/doctor/ailment.ts";
import type { Repaired } from "../domain/doctor/repaired.ts";
import type { Receipt, Verification } from "../domain/history/audit-event.ts";
import {
  beginHome,
  type CommitSetting,
  type Committed,
  commitDecision,
  noHome,
  unchangedWithout,
} from "./commit.ts";
import { type FileSystem, realFiles } from "./disk/file-system.ts";
import { Home } from "./disk/home.ts";
import { ioRefusal } from "./disk/io-refusal.ts";
import { type Machine, realMachine } from "./disk/machine.ts";
import { examineHome } from "./doctor/examine.ts";
import { type HandEdits, readHandEdits } from "./doctor/hand-edits.ts";
import { repairHome } from "./doctor/repair.ts";
import { type Limits, usualLimits } from "./journal/append.ts";
import { type AuditLine, newestChanges } from "./journal/history.ts";
import { journalFolder } from "./journal/segments.ts";
import { verifyJournal } from "./journal/verify.ts";
import { acquireLock, releaseLock } from "./lock/lock.ts";
import { emptySnapshot, type Snapshot } from "./snapshot.ts";
import { HomeSnapshot } from "./views/home-snapshot.ts";
import { damagedJournal, doubtAbout, type Moment, takeMoment } from "./views/moment.ts";
import { Moved, Views } from "./views/views.ts";
import { spoiltViews } from "./views/views-file.ts";

export type { Committed } from "./commit.ts";
export type { HandEdits } from "./doctor/hand-edits.ts";
export type { AuditLine } from "./journal/history.ts";
export type { KeyedLine, Snapshot } from "./snapshot.ts";

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
  /** The disk, and the machine with this process; tests hand in others. */
  readonly files?: FileSystem;
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
  private readonly home: Home;
  /** The same home, for those that only read. */
  private readonly asked: Home;
  private readonly warned = new Set<string>();

  constructor(options: StoreOptions) {
    const { home, files = realFiles, machine = realMachine } = options;
    this.options = options;
    this.home = new Home(home, files, machine);
    // An answer may read on after it was given.
    this.asked = new Home(home, files, machine, unreadable);
  }

  /** Makes the home, its first line holding `meta`. Refuses (`already-done`) where there is one. Cut short, it may be run again. */
  init(meta: Readonly<Record<string, unknown>> = {}): Receipt {
    return this.guarded("nothing was saved", () => {
      this.home.isThere();
      this.makeFolders();
      return this.locked(() => this.makeHome(meta));
    });
  }

  /** Whether there are books in the home. */
  isHome(): boolean {
    return takeMoment(this.asked) !== null;
  }

  /**
   * Answers a question from the home as it is now, without a lock; a home that is not there holds nothing. The question is
   * asked again where a writer put other views in place meanwhile, so it must only answer. Refuses `unsafe-home`,
   * `newer-format`, and `damaged` where the answer needs what cannot be proved.
   */
  read<Answer>(answer: (snapshot: Snapshot) => Answer): Answer {
    return this.guarded(unreadable, () => {
      for (let attempt = 1; ; attempt++) {
        try {
          return this.answered(answer, attempt === mostAttempts);
        } catch (error) {
          if (!(error instanceof Moved)) throw error;
        }
      }
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
    return this.guarded("nothing was saved", () => {
      if (!this.home.isThere()) {
        if (!options.init) throw noHome(this.home);
        const unchanged = unchangedWithout(decide);
        if (unchanged !== null) return unchanged;
        this.makeFolders();
      }
      return this.locked(() => commitDecision(this.setting, decide, () => this.begin(options)));
    });
  }

  /**
   * Every change, the latest first, each proved by its hash. What is damaged is told and passed over; where `isWhole` is asked
   * for, it is refused (`damaged`) when it is come to. Refuses `no-home`.
   */
  newestLines({ isWhole } = { isWhole: false }): Iterable<AuditLine> {
    const tell = (fault: string) => {
      if (isWhole) throw damagedJournal(fault);
      this.warn(`the journal is damaged: ${fault}`);
    };
    const { survey, views } = this.moment();
    return newestChanges(this.asked, survey, views?.head.seq ?? 0, tell);
  }

  /** Proves the journal from its first line on, each view, and that the change of a receipt is there. Refuses `no-home`. */
  verify(receipt: Receipt | null = null): Verification {
    const { views } = this.moment();
    const witnesses = receipt === null ? [] : [{ ...receipt, by: "the receipt" }];
    if (views !== null) witnesses.push({ ...views.head, by: "views.json" });
    const chain = verifyJournal(this.asked, witnesses);
    const spoilt = views === null ? [] : spoiltViews(this.asked, views);
    const problems = [...chain.problems, ...spoilt.map(({ problem }) => problem)];
    return { ...chain, ok: problems.length === 0, problems };
  }

  /** Looks at everything in the home, and says what is wrong with its files. Refuses `no-home`. */
  examine(): Ailment[] {
    return this.guarded(unreadable, () => {
      if (!this.home.isThere()) throw noHome(this.home);
      return examineHome(this.home);
    });
  }

  /** Reads what was changed by hand in files of the home. */
  handEdits(): HandEdits[] {
    return this.guarded("the books cannot be read", () =>
      this.home.isThere() ? readHandEdits(this.home) : [],
    );
  }

  /** Mends what can be mended without losing anything, after a copy of everything was made. Refuses `no-home` and `busy`. */
  repair(): Repaired {
    return this.guarded("nothing was repaired", () => {
      if (!this.home.isThere()) throw noHome(this.home);
      return repairHome(this.setting, this.options.waitMs);
    });
  }

  private answered<Answer>(answer: (snapshot: Snapshot) => Answer, isFinal: boolean): Answer {
    const moment = takeMoment(this.asked);
    if (moment === null) return answer(emptySnapshot);
    const doubt = doubtAbout(this.asked, moment);
    if (doubt !== null) this.warn(doubt);
    const views = new Views(this.asked, moment, (text) => this.warn(text));
    views.isFinal = isFinal;
    try {
      return answer(new HomeSnapshot(views));
    } finally {
      // What the answer still reads later cannot be begun again.
      views.isFinal = true;
    }
  }

  private moment(): Moment {
    const moment = takeMoment(this.asked);
    if (moment === null) throw noHome(this.asked);
    return moment;
  }

  private begin({ init }: { readonly init: boolean }): void {
    if (!init) throw noHome(this.home);
    this.makeFolders();
    this.makeHome({});
  }

  private makeFolders(): void {
    this.home.make();
    this.home.makeFolder(journalFolder);
  }

  private makeHome(meta: Readonly<Record<string, unknown>>): Receipt {
    return beginHome(this.setting, { home_id: this.options.newId("home"), format: 1, ...meta });
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

const unreadable = "the books cannot be read";
/** How often a question is asked before it is answered from the journal alone. */
const mostAttempts = 20;
