import type { Machine } from "../../src/store/disk/machine.ts";

/** A machine whose processes live and die as told, where waiting takes no time. */
export class FakeMachine {
  boot = "b0070000";
  /** Milliseconds since 1970. */
  now = 0;
  private readonly living = new Set<number>();
  private nextPid = 100;
  private nonces = 0;
  private clock = 0;

  /** Starts a process and answers the machine as it sees it. `asleep` is called when it waits. */
  start(asleep: () => void = () => {}): Machine {
    const pid = this.nextPid++;
    this.living.add(pid);
    return {
      pid,
      uid: () => 1000,
      boot: () => this.boot,
      host: () => "0a0b0c0d",
      pidNamespace: () => "1",
      startOf: (asked) => (this.living.has(asked) ? String(asked * 7) : null),
      nonce: () => `n${(this.nonces++).toString(36)}`,
      now: () => this.now,
      elapsed: () => this.clock,
      sleep: (milliseconds) => {
        this.clock += milliseconds;
        asleep();
      },
    };
  }

  kill({ pid }: Machine): void {
    this.living.delete(pid);
  }
}
