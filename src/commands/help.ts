import { Refusal } from "../domain/refusal.ts";
import { didYouMean, nearest } from "../domain/words/nearest.ts";
import { columnLines } from "./columns.ts";
import { describeCommand, type Register } from "./command.ts";
import { helpTopics } from "./help-topics.ts";
import { respond } from "./respond.ts";

export const register: Register = (command, on) => {
  describeCommand(command.arguments("[topic]"), {
    examples: ["valhalla help", "valhalla help confirm", "valhalla help cadence"],
    exits: [1],
    notes: `Topics:\n${columnLines(helpTopics.map(({ name, about }) => [name, about])).join("\n")}`,
  });
  on(command, async (call) => {
    const { topic: name } = call.typed;
    const isCommand = command.parent?.commands.some((each) => each.name() === name) === true;
    if (name === undefined || isCommand) {
      return call.rerun(isCommand ? [String(name), "--help"] : ["--help"], call);
    }
    const topic = helpTopics.find((one) => one.name === name);
    if (topic === undefined) throw unknownTopic(String(name));
    return respond(call, topic, { text: ({ text }) => text });
  });
};

function unknownTopic(name: string): Refusal {
  const names = helpTopics.map((topic) => topic.name);
  return new Refusal(
    "not-found",
    `there is no help on "${name}"`,
    didYouMean(nearest(name, names)) ?? `The topics are ${names.join(", ")}.`,
  );
}
