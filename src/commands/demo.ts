import { buildDemo, type Demo, type DemoStep } from "../actions/kept/demo.ts";
import { perform } from "../actions/perform.ts";
import { renderDemo } from "../render/demo.ts";
import { type Step, walk } from "../sample/walk.ts";
import type { Call } from "./call.ts";
import { describeCommand, type Register } from "./command.ts";
import { DemoStage } from "./demo-stage.ts";
import { respond } from "./respond.ts";

export const register: Register = (command, on) => {
  describeCommand(command, {
    examples: ["valhalla demo", "valhalla demo --keep ~/valhalla-demo", "valhalla demo --json"],
    exits: [1, 74],
    notes:
      "It builds eighteen months of a household in Ontario in books of their own and runs commands on them. Your own books are not touched. The same --today gives the same demo.",
  }).option("--keep <folder>", "build it in this folder, new or empty, and leave it there");
  on(command, async (call) => {
    const { files, clock } = call.context;
    const { keep } = call.typed;
    const demo =
      typeof keep === "string"
        ? await playIn(call, files.claimFolder(keep))
        : await files.inScratchFolder((folder) => play(call, folder, null));
    return respond(call, demo, {
      text: renderDemo,
      hints: ({ home }) => [
        home === null
          ? "That was real output of books that are gone now. To keep them: valhalla demo --keep FOLDER"
          : `Kept. Go on with: valhalla --home ${shellWord(home)} --today ${clock.today()} list`,
      ],
    });
  });
};

const playIn = (call: Call, folder: string): Promise<Demo> => play(call, folder, folder);

/** Builds the books and walks through them; `home` is where they will be found afterwards. */
async function play(call: Call, folder: string, home: string | null): Promise<Demo> {
  const stage = new DemoStage(call, folder);
  const { outcome } = await perform(stage.context, buildDemo, {});
  if (outcome === null) throw new Error("the demo was built without a key");
  const steps: DemoStep[] = [];
  for (const { why, words } of walk) {
    steps.push({ why, command: typed(words), ...(await stage.run(words)) });
  }
  return { home, kept: home !== null, ...outcome, steps };
}

const typed = (words: Step["words"]): string => ["valhalla", ...words.map(shellWord)].join(" ");

const shellWord = (word: string): string =>
  /^[\w./:~=+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
