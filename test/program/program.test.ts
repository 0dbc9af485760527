import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { version } from "../../package.json";
import { type BuiltProgram, buildProgram, cleanEnv } from "../support/built-program.ts";

let program: BuiltProgram;

beforeAll(() => {
  program = buildProgram();
});

afterAll(() => {
  program.remove();
});

/** Runs a line of a shell, in which `valhalla` is the program. */
function shell(line: string) {
  const { status, stdout, stderr } = spawnSync("bash", ["-c", line], {
    env: cleanEnv({
      VALHALLA_HOME: program.home,
      VALHALLA_TODAY: "2026-01-15",
      VALHALLA: `${process.execPath} ${program.bin}`,
    }),
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}

describe("the built program", () => {
  test("says its version", () => {
    expect(program.run(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });

  test("adds, confirms and lists, in processes of their own", () => {
    const added = program.run(["add", "Hydro", "150", "--due-day", "15", "-q"]);
    expect(added).toMatchObject({ code: 0, err: "" });
    expect(program.run(["confirm", "hydro", "--json"]).code).toBe(0);
    const [confirmation] = JSON.parse(program.run(["confirmations", "--json"]).out);
    expect(confirmation).toMatchObject({ cycle: "2026-01-15", amount_minor: 15_000 });
    expect(program.run(["confirm", "hydro"])).toMatchObject({ code: 1, out: "" });
  });

  test("ends with 2 on usage, and says one line and a hint", () => {
    const { code, out, err } = program.run(["lst"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toBe("valhalla: unknown command 'lst'\nDid you mean list?\n");
  });

  test("writes nothing beside itself when it runs", () => {
    const before = readdirSync(join(program.root, "dist"));
    program.run(["list"]);
    expect(readdirSync(join(program.root, "dist"))).toEqual(before);
  });
});

/** Tells what the first command of a pipe ended with. */
const firstCode = "echo $PIPESTATUS";

describe("the day", () => {
  const todayIn = (home: string, env: Record<string, string>) => {
    const { out, err } = program.run(
      ["--home", join(program.root, home), "config", "list", "--origin", "--json"],
      {
        env: { VALHALLA_TODAY: "", ...env },
      },
    );
    const rows: { key: string; value: string }[] = JSON.parse(out);
    return { today: rows.find(({ key }) => key === "--today")?.value, err };
  };

  test("is that of the zone that is set, else of the system", () => {
    for (const [home, zone] of [
      ["early", "Pacific/Kiritimati"],
      ["late", "Pacific/Niue"],
    ]) {
      const set = program.run([
        "--home",
        join(program.root, `${home}`),
        "config",
        "timezone",
        `${zone}`,
      ]);
      expect(set.code).toBe(0);
    }
    // These two are never on the same day: 25 hours lie between them.
    expect(todayIn("early", {}).today).not.toBe(todayIn("late", {}).today);
    expect(todayIn("early", {}).today).toBe(todayIn("none", { TZ: "Pacific/Kiritimati" }).today);
    expect(todayIn("late", { TZ: "Asia/Tokyo" }).today).toBe(
      todayIn("none", { TZ: "Pacific/Niue" }).today,
    );
  });

  test("is told to be UTC's where the zone is unknown", () => {
    expect(todayIn("none", { TZ: "Nowhere/City" }).err).toContain('"Nowhere/City" is unknown');
    expect(todayIn("none", { TZ: "UTC" }).err).toBe("");
    expect(todayIn("none", { TZ: "Africa/Abidjan" }).err).toBe("");
  });
});

describe("output", () => {
  test("that nobody reads to its end is no error", () => {
    const { code, out, err } = shell(`$VALHALLA help | head -1; ${firstCode}`);
    expect({ code, out: out.split("\n").slice(1), err }).toEqual({
      code: 0,
      out: ["0", ""],
      err: "",
    });
    expect(shell(`$VALHALLA list | true; ${firstCode}`).out).toBe("0\n");
  });

  test("that finds the disk full is one", () => {
    expect(shell("$VALHALLA list > /dev/full")).toEqual({
      code: 74,
      out: "",
      err: "valhalla: cannot write the answer: the disk is full\nWhat was asked may be done: look before asking again.\n",
    });
  });

  test("is whole when its reader is slow and the pipe will not block", () => {
    const slow = "import sys,time; time.sleep(0.3); sys.stdout.write(str(len(sys.stdin.read())))";
    const whole = program.run(["schema", "export", "--json"]).out.length;
    const times = "1 2 3 4 5 6 7 8 9 10 11 12";
    const { out } = shell(
      `(for i in ${times}; do $VALHALLA schema export --json; done) | python3 -c '${slow}'`,
    );
    expect(Number(out)).toBe(whole * 12);
    expect(whole * 12).toBeGreaterThan(65_536);
  });
});

describe("what V8 made of the bundle", () => {
  const loadedBy = (argv: readonly string[]) => {
    const probe = join(program.root, "probe.cjs");
    writeFileSync(
      probe,
      `const [, , bin, ...argv] = process.argv;
      const before = new Set(process.moduleLoadList);
      const { load, scripts } = require(bin);
      load("valhalla.cjs").main(argv).then((code) => {
        const rejected = scripts.map(({ script }) => script.cachedDataRejected);
        const bundles = scripts.map(({ cache }) => cache.replace(/^.*\\/|\\.cjs\\..*$/g, ""));
        const loaded = process.moduleLoadList.filter((name) => !before.has(name));
        console.error(JSON.stringify({ code, rejected, bundles, loaded }));
      });`,
    );
    return JSON.parse(program.run(argv, { node: [probe] }).err);
  };

  test("is taken as it is, and loads nothing that a pipe does not need", () => {
    const { code, rejected, bundles, loaded } = loadedBy(["schedule", "--json"]);
    expect({ code, rejected }).toEqual({ code: 0, rejected: [false, false, false, false] });
    expect(bundles).toEqual(["valhalla", "commands", "schedule", "answers"]);
    expect(loaded.join(" ")).toContain("NativeModule vm");
    expect(loaded.join(" ")).not.toMatch(/\b(net|tty|stream|child_process|crypto|http|url)\b/);
  });

  test("of rules and books is left alone by a line that asks only for help", () => {
    expect(loadedBy(["--version"]).bundles).toEqual(["valhalla"]);
    expect(loadedBy(["confirm", "--help"]).bundles).toEqual(["valhalla", "commands", "confirm"]);
    expect(loadedBy(["add", "--help"]).bundles).not.toContain("zod");
  });

  test.each([
    ["gone", (cache: string) => rmSync(cache)],
    ["garbage", (cache: string) => writeFileSync(cache, "garbage")],
    ["of nothing", (cache: string) => writeFileSync(cache, "")],
  ])("is done without when it is %s", (_, spoil) => {
    const dist = join(program.root, "dist");
    const cache = readdirSync(dist).find((name) => /^valhalla\.cjs\..*\.cache$/.test(name));
    if (cache !== undefined) spoil(join(dist, cache));
    expect(program.run(["--version"]).out).toBe(`${version}\n`);
    expect(program.run(["list", "--json"]).code).toBe(0);
  });
});

describe("what is built", () => {
  test("is one bundle of ours and one of each heavy package", () => {
    const bundles = readdirSync(join(program.root, "dist")).filter((name) => name.endsWith(".cjs"));
    expect(bundles).toContain("valhalla.cjs");
    expect(bundles).toContain("inquirer.cjs");
    expect(bundles).toContain("zod.cjs");
    expect(statSync(join(program.root, "dist/valhalla.cjs")).size).toBeLessThan(500_000);
    expect(existsSync(join(program.root, "dist/commander.cjs"))).toBe(false);
  });
});
