import { listPayments } from "../actions/list.ts";
import { type ListOrder, listOrders } from "../actions/list-orders.ts";
import {
  type PaymentKind,
  type PaymentStatus,
  paymentKinds,
  paymentStatuses,
} from "../domain/registry/payment.ts";
import { renderPayments } from "../render/payment.ts";
import { describeCommand, type Register } from "./command.ts";
import { choiceFlag } from "./flags.ts";
import { respond } from "./respond.ts";

interface ListFlags {
  readonly status?: PaymentStatus;
  readonly kind?: PaymentKind;
  readonly tag?: string;
  readonly account?: string;
  readonly sort: ListOrder;
}

export const register: Register = (program, call) => {
  describeCommand(program.command("list"), {
    examples: [
      "valhalla list",
      "valhalla list --kind subscription --sort amount",
      "valhalla list --json | jq '.[].name'",
    ],
    exits: [3],
  })
    .option(
      "--status <status>",
      `only ${paymentStatuses.join(", ")} ones`,
      choiceFlag("--status", paymentStatuses),
    )
    .option(
      "--kind <kind>",
      `only one of ${paymentKinds.join(", ")}`,
      choiceFlag("--kind", paymentKinds),
    )
    .option("--tag <tag>", "only those with this tag")
    .option("--account <name>", "only those paid from this account")
    .option(
      "--sort <order>",
      `by ${listOrders.join(", ")}`,
      choiceFlag("--sort", listOrders),
      "name",
    )
    .action(async ({ status, kind, tag, account, sort }: ListFlags) => {
      const isFiltered = [status, kind, tag, account].some((flag) => flag !== undefined);
      const payments = await listPayments(call.context, {
        status: status ?? null,
        kind: kind ?? null,
        tag: tag ?? null,
        account: account ?? null,
        sort,
      });
      await respond(call, payments, {
        text: renderPayments,
        hints: ({ length }) => (length === 0 ? [emptyHint(isFiltered)] : []),
      });
    });
};

function emptyHint(isFiltered: boolean): string {
  return isFiltered ? "See them all: valhalla list" : "Next: valhalla add Hydro 150 --due-day 15";
}
