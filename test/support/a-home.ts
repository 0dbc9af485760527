import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Context } from "../../src/context.ts";
import { testContext, testWorld } from "./test-world.ts";

/** A home of a test, empty or a copy, and what an action on it is given. */
export class Home {
  readonly context: Context;
  private readonly folder = mkdtempSync(join(tmpdir(), "valhalla-home-"));

  constructor(firstId: number, like?: Home) {
    let ids = firstId;
    if (like !== undefined) cpSync(like.folder, this.folder, { recursive: true });
    const nextNumber = () => ids++;
    this.context = testContext(
      testWorld({ folder: this.folder, today: "2026-02-10", nextNumber }).world,
    );
  }

  /** Every file of it with its bytes, as one text. */
  bytes(): string {
    const entries = readdirSync(this.folder, { recursive: true, withFileTypes: true });
    return entries
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return `${path} ${entry.isFile() ? readFileSync(path, "base64") : ""}`;
      })
      .sort()
      .join("\n");
  }

  /** Keeps a changed copy of a file beside it, as a change does with what was changed by hand. */
  keepBeside(name: string, change: (text: string) => string): void {
    const path = join(this.context.home, name);
    writeFileSync(`${path}.edited-2026-02-01`, change(readFileSync(path, "utf8")));
  }

  /** The file of the journal that is written on. */
  get journal(): string {
    return join(this.context.home, "audit_log/000001.jsonl");
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
