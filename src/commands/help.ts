import type { Command } from "commander";
import { Refusal } from "../domain/refusal.ts";
import { didYouMean, nearest } from "../domain/words/nearest.ts";
import { columnLines } from "./columns.ts";
import { describeCommand, type Register } from "./command.ts";
import { globalFlags } from "./global-flags.ts";
import { helpTopics, type Topic } from "./help-topics.ts";
import { respond } from "./respond.ts";
import { topicNames } from "./topic-names.ts";

export const register: Register = (command, on) => {
  describeCommand(command.arguments("[topic]"), {
    examples: ["valhalla help", "valhalla help confirm", "valhalla help cadence"],
    exits: [1],
    notes: `Topics:\n${columnLines(topicsOf(command).map(({ name, about }) => [name, about])).join("\n")}`,
  });
  on(command, async (call) => {
    const { topic: name } = call.typed;
    const isCommand = command.parent?.commands.some((each) => each.name() === name) === true;
    if (name === undefined || isCommand) {
      return call.rerun(isCommand ? [String(name), "--help"] : ["--help"], call);
    }
    const topic = topicsOf(command).find((one) => one.name === name);
    if (topic === undefined) throw unknownTopic(String(name));
    return respond(call, topic, { text: ({ text }) => text });
  });
};

function topicsOf({ parent }: Command): Topic[] {
  const commands = (parent?.commands ?? []).map((each) => [each.name(), each.summary()] as const);
  const flags = globalFlags.map(({ flags, meaning }) => [flags, meaning] as const);
  const lines = [...columnLines(commands), "", ...columnLines(flags)];
  const about = "every command and every global flag, a line each";
  return [{ name: "commands", about, text: lines.join("\n") }, ...helpTopics];
}

function unknownTopic(name: string): Refusal {
  const names = topicNames;
  return new Refusal(
    "not-found",
    `there is no help on "${name}"`,
    didYouMean(nearest(name, names)) ?? `The topics are ${names.join(", ")}.`,
  );
}
