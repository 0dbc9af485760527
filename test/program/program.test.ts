import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { version } from "../../package.json";
import { type BuiltProgram, buildProgram } from "../support/built-program.ts";

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
    env: program.env({ VALHALLA: `${process.execPath} ${program.bin}` }),
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
    const spelled = todayIn("none", { TZ: `\u001b[31m\u202e${"x".repeat(5000)}` }).err;
    expect(spelled).toMatch(/^valhalla: the time zone "\\u001b\[31m\\u202ex{10,60}" is unknown/);
    expect(todayIn("none", { TZ: "UTC" }).err).toBe("");
    expect(todayIn("none", { TZ: "Africa/Abidjan" }).err).toBe("");
  });
});

test("a pipe in place of config.json is refused, not waited for", () => {
  const home = join(program.root, "piped");
  expect(program.run(["--home", home, "add", "Hydro", "150", "--due-day", "15"]).code).toBe(0);
  spawnSync("mkfifo", [join(home, "config.json")]);
  const { code, err } = program.run(["--home", home, "list"], { env: { VALHALLA_TODAY: "" } });
  expect(code).toBe(74);
  expect(err).toContain("config.json is not a plain file of yours");
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

  test.each([
    ["blocks", "True"],
    ["does not block", "False"],
  ])("is whole when its reader is slow and the pipe %s", (_, isBlocking) => {
    const many = join(program.root, "many.csv");
    const names = Array.from({ length: 2000 }, (_, nth) => `Bill ${nth},40,monthly,3`);
    writeFileSync(many, ["name,amount,cadence,due_day", ...names, ""].join("\n"));
    const home = join(program.root, `many-${isBlocking}`);
    expect(program.run(["--home", home, "import", many]).code).toBe(0);
    const words = ["--home", home, "list", "--json"];
    const whole = Buffer.byteLength(program.run(words).out);
    expect(whole).toBeGreaterThan(1_000_000);
    const reader = `import os, subprocess, sys, time
read, write = os.pipe()
os.set_blocking(write, ${isBlocking})
writer = subprocess.Popen(sys.argv[1:], stdout=write)
os.close(write)
time.sleep(0.5)
total = 0
while chunk := os.read(read, 65536): total += len(chunk)
print(total, writer.wait())`;
    const { stdout } = spawnSync(
      "python3",
      ["-c", reader, process.execPath, program.bin, ...words],
      { env: program.env(), encoding: "utf8" },
    );
    expect(stdout).toBe(`${whole} 0\n`);
  });
});

/** What a run loads: the bundles, and the modules of Node beyond those of an empty program. */
function loadedBy(argv: readonly string[]): { bundles: string[]; modules: string[] } {
  const probe = join(program.root, "probe.cjs");
  writeFileSync(
    probe,
    `const fs = require("node:fs");
    const before = new Set(process.moduleLoadList);
    const { readFileSync } = fs;
    const bundles = [];
    fs.readFileSync = (path, ...rest) => {
      const bundle = /dist\\/(.*)\\.cjs$/.exec(path);
      if (bundle !== null) bundles.push(bundle[1]);
      return readFileSync(path, ...rest);
    };
    process.on("exit", () => {
      const modules = process.moduleLoadList.filter((name) => !before.has(name));
      fs.writeFileSync(${JSON.stringify(`${probe}.json`)}, JSON.stringify({ bundles, modules }));
    });`,
  );
  program.run(argv, { node: ["--require", probe] });
  return JSON.parse(readFileSync(`${probe}.json`, "utf8"));
}

describe("what is loaded", () => {
  const csv = () => {
    const path = join(program.root, "payments.csv");
    writeFileSync(path, "name,amount,cadence,due_day\nWater,40,monthly,3\n");
    return path;
  };
  const rule = "FREQ=MONTHLY;BYMONTHDAY=31";
  const rows: [string, () => string[], string[]][] = [
    ["the version", () => ["--version"], ["start"]],
    ["the overview", () => ["--help"], ["start"]],
    ["a command that is none", () => ["lst"], ["start"]],
    ["a path for a command", () => ["../packages/zod"], ["start"]],
    ["the help of a command", () => ["import", "--help"], ["commands/import"]],
    ["a question", () => ["schedule", "--json"], ["commands/schedule"]],
    ["global flags before it", () => ["--today", "2026-01-15", "list"], ["commands/list"]],
    ["a flag with its value attached", () => ["--wait=1", "-q", "list"], ["commands/list"]],
    ["a value that is a command", () => ["--home", "show", "list"], ["commands/list"]],
    ["a value that looks like a flag", () => ["--home", "--wait", "list"], ["commands/list"]],
    ["a change", () => ["add", "Gas", "9", "--due-day", "4"], ["commands/add"]],
    ["schemas", () => ["schema", "export", "--json"], ["commands/schema", "packages/zod"]],
    [
      "a CSV in",
      () => ["import", csv(), "--dry-run"],
      ["commands/import", "packages/csv-parse/sync", "packages/zod"],
    ],
    [
      "a CSV out",
      () => ["export", "--format", "csv", "--what", "payments"],
      ["commands/export", "packages/csv-stringify/sync"],
    ],
    [
      "a rule",
      () => ["add", "Oil", "9", "--rule", rule],
      ["commands/add", "packages/rrule-temporal"],
    ],
  ];
  test.each(rows)("for %s is its bundle, and the packages it needs", (_, argv, bundles) => {
    expect(loadedBy(argv()).bundles).toEqual(["launch", ...bundles]);
  });

  test("of Node's modules is nothing that a pipe does not need", () => {
    const modules = loadedBy(["schedule", "--json"]).modules.join(" ");
    expect(modules).toContain("NativeModule vm");
    expect(modules).not.toMatch(/\b(net|tty|stream|child_process|crypto|http|url)\b/);
  });
});

describe("a bundle of commands that run others", () => {
  test("explains each command as the command does", () => {
    const help = program.run(["help", "confirm"]);
    expect(help).toEqual(program.run(["confirm", "--help"]));
    expect(help.code).toBe(0);
  });

  test("plays the demo to its end, in which a rule refuses one step", () => {
    const { code, out } = program.run(["demo", "--json"]);
    expect(code).toBe(0);
    const { steps }: { steps: { exit: number }[] } = JSON.parse(out);
    expect(new Set(steps.map(({ exit }) => exit))).toEqual(new Set([0, 1]));
  });
});
