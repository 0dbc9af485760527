import { Refusal } from "../domain/refusal.ts";
import { nearest } from "../domain/words/nearest.ts";
import { columnLines } from "./columns.ts";
import { describeCommand, type Register } from "./command.ts";
import { helpTopics } from "./help-topics.ts";
import { respond } from "./respond.ts";

/** Puts `help <topic>` on the program; the help of commands is theirs, and the overview is main's. */
export const register: Register = (program, call) => {
  describeCommand(program.command("help <topic>"), {
    examples: ["valhalla help", "valhalla help confirm", "valhalla help cadence"],
    exits: [1],
    notes: `Topics:\n${columnLines(helpTopics.map(({ name, about }) => [name, about])).join("\n")}`,
  }).action(async (name: string) => {
    const topic = helpTopics.find((one) => one.name === name);
    if (topic === undefined) throw unknownTopic(name);
    await respond(call, topic, { text: ({ text }) => text });
  });
};

function unknownTopic(name: string): Refusal {
  const names = helpTopics.map((topic) => topic.name);
  const near = nearest(name, names);
  return new Refusal(
    "not-found",
    `there is no help on "${name}"`,
    near.length > 0 ? `Did you mean ${near.join(" or ")}?` : `The topics are ${names.join(", ")}.`,
  );
}
