import { list, listOrders } from "../actions/owed/list.ts";
import { paymentKinds, paymentStatuses } from "../domain/registry/payment.ts";
import { renderPayments } from "../render/payment.ts";
import { answers, describeCommand, type Register } from "./command.ts";

export const register: Register = (command, on) => {
  describeCommand(command, {
    examples: [
      "valhalla list",
      "valhalla list --kind subscription --sort amount",
      "valhalla list --json | jq '.[].name'",
    ],
    exits: [3],
  })
    .option("--status <status>", `only ${paymentStatuses.join(", ")} ones`)
    .option("--kind <kind>", `only one of ${paymentKinds.join(", ")}`)
    .option("--tag <tag>", "only those with this tag")
    .option("--account <name>", "only those paid from this account")
    .option("--sort <order>", `by ${listOrders.join(", ")} (default: name)`);
  answers(command, on, list, {
    text: renderPayments,
    hints: ({ length }, { typed }) => (length === 0 ? [emptyHint(typed)] : []),
  });
};

function emptyHint({ sort: _sort, ...filters }: Readonly<Record<string, unknown>>): string {
  const isFiltered = Object.keys(filters).length > 0;
  return isFiltered ? "See them all: valhalla list" : "Next: valhalla add Hydro 150 --due-day 15";
}
