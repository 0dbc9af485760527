import { afterAll, describe, expect, test } from "vitest";
import { Stage } from "../support/transcript.ts";

const stage = new Stage();
afterAll(() => stage.close());

describe("through the program and its store", () => {
  test("what was changed, exported and brought into another home exports the same", async () => {
    for (const line of [
      "import fixtures/old-service/payments.json",
      "import fixtures/old-service/confirmations.json",
      "import fixtures/old-service/subs.json",
      "add Gym 45.50 --due-day last --roll following --calendar CA-ON --tag sport --tolerance 5",
      "edit rent --amount 1900 --from 2026-03-01",
      "skip netflix --cycle 2026-02-12",
      "expect hydro --cycle 2026-01-31 --amount 151.07",
      "confirm hydro --cycle 2026-01-31 --post",
      "unconfirm pc_4",
      "config set reminder_days 9",
    ]) {
      expect((await stage.run(`valhalla ${line}`)).code).toBe(0);
    }
    await stage.run("valhalla export > ~/books.json");
    const imported = await stage.run("valhalla import ~/books.json --home ~/other --json");

    expect(JSON.parse(imported.heard.out)).toMatchObject({ accepted: true, refused: [] });
    expect(await exported("~/other")).toEqual(await exported("~/.valhalla"));
  });

  test("an import is one change, undone as one", async () => {
    await stage.run("valhalla import fixtures/old-service/payments.json --home ~/undone");
    await stage.run("valhalla import fixtures/old-service/confirmations.json --home ~/undone");
    const before = await exported("~/undone");
    await stage.run("valhalla import fixtures/old-service/bills.json --home ~/undone");

    expect((await stage.run("valhalla undo --home ~/undone")).code).toBe(0);
    expect(await exported("~/undone")).toEqual(before);
  });

  test("bringing a file in a second time writes nothing at all", async () => {
    const head = async () => (await stage.run("valhalla audit verify --json")).heard.out;
    const before = await head();

    for (const name of ["payments", "confirmations", "subs"]) {
      await stage.run(`valhalla import fixtures/old-service/${name}.json`);
    }
    expect(await head()).toBe(before);
  });
});

/** The lines of an export, but for the moment it was made. */
async function exported(home: string): Promise<string[]> {
  const { heard } = await stage.run(`valhalla export --home ${home}`);
  return heard.out.replace(/"generated_at":"[^"]*"/, "").split("\n");
}
