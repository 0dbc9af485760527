import type { Ask } from "../context.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Answers } from "../world.ts";
import { terminalOf } from "./terminal.ts";

/** Puts questions to the person at the terminal, on stderr; an interrupted one refuses (`interrupted`). */
export function personAsk({ yes, mayAsk }: Answers): Ask {
  const isSomebody = (): boolean => mayAsk && terminalOf(0) !== null && terminalOf(2) !== null;
  const needSomebody = (question: string, hint: string): void => {
    if (isSomebody()) return;
    throw new Refusal("missing-value", `there is nobody to ask: ${question}`, hint);
  };
  return {
    get available() {
      return isSomebody();
    },
    async confirm(question) {
      if (yes) return true;
      needSomebody(question, "Say yes with --yes.");
      return (await answerTo({ type: "confirm", message: question, default: false })) === true;
    },
    async text(question, { initial, complaint } = {}) {
      needSomebody(question, "Give it as a flag.");
      const answer = await answerTo({
        type: "input",
        message: question,
        validate: (text: string) => complaint?.(text) ?? true,
        ...(initial === undefined ? {} : { default: initial }),
      });
      return String(answer);
    },
    async select(question, choices) {
      needSomebody(question, "Give it as a flag.");
      const options = choices.map(({ value, label }) => ({ value, name: label }));
      return String(await answerTo({ type: "select", message: question, choices: options }));
    },
  };
}

type Question =
  | { readonly type: "confirm"; readonly message: string; readonly default: boolean }
  | {
      readonly type: "input";
      readonly message: string;
      readonly default?: string;
      readonly validate: (text: string) => string | true;
    }
  | {
      readonly type: "select";
      readonly message: string;
      readonly choices: { readonly value: string; readonly name: string }[];
    };

/** The answer to one question. inquirer is slow to load and seldom needed. */
async function answerTo(question: Question): Promise<unknown> {
  const { default: inquirer } = await import("inquirer");
  const ask = inquirer.createPromptModule({ output: process.stderr });
  try {
    const { answer } = await ask<{ answer: unknown }>([{ ...question, name: "answer" }]);
    return answer;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "ExitPromptError") throw error;
    throw new Refusal(
      "interrupted",
      "interrupted; nothing was saved",
      "Ask again, or give it as flags.",
    );
  }
}
