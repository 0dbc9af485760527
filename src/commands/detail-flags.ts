import type { Command } from "commander";
import { paymentKinds } from "../domain/registry/payment.ts";

/** Adds the flags that say what a payment is, besides when and how much. */
export function addDetailFlags(command: Command): Command {
  return command
    .option("--kind <kind>", `one of ${paymentKinds.join(", ")} (default: bill)`)
    .option("--payee <name>", "who is paid")
    .option("--account <name>", "the account it is paid from")
    .option("--category <name>", "its account in the ledger")
    .option("--tag <tag>", "a tag; may be given several times", collect)
    .option("--essential", "to be protected (default for bills and debts)")
    .option("--no-essential", "may be paused when money is short")
    .option("--late-fee <amount>", "what paying late costs")
    .option("--cutoff-days <n>", "days until service is cut off")
    .option("--trial-ends <day>", "the last day of a free trial")
    .option("--notice-days <n>", "days of notice to cancel")
    .option("--phone <number>", "the payee's phone")
    .option("--email <address>", "the payee's e-mail")
    .option("--bank-phone <number>", "the bank's phone")
    .option("--url <address>", "where it is paid or cancelled")
    .option("--owed-from <day>", "what was due before is owed only where it is named")
    .option("--notes <text>", "anything else");
}

/** Keeps every value of a flag that may be given several times, in order. */
function collect(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}
