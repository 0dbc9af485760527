import type { Command } from "commander";
import type { Day } from "../domain/days/calendar.ts";
import { type PaymentKind, paymentKinds } from "../domain/registry/payment.ts";
import type { Call } from "./call.ts";
import { choiceFlag, dayFlag, listFlag, wholeNumberFlag } from "./flags.ts";

/** What `add` and `edit` say of a payment besides when and how much; a flag that was not given is absent. */
export interface DetailFlags {
  readonly kind?: PaymentKind;
  readonly payee?: string;
  readonly account?: string;
  readonly category?: string;
  readonly tag?: readonly string[];
  readonly essential?: boolean;
  readonly lateFee?: string;
  readonly cutoffDays?: number;
  readonly trialEnds?: Day;
  readonly noticeDays?: number;
  readonly phone?: string;
  readonly email?: string;
  readonly bankPhone?: string;
  readonly url?: string;
  readonly notes?: string;
}

/** Puts the flags on a command that say what a payment is. */
export function addDetailFlags(command: Command, call: Call): Command {
  const days = (flag: string) => wholeNumberFlag(flag, 0, 3650);
  return command
    .option(
      "--kind <kind>",
      `one of ${paymentKinds.join(", ")} (default: bill)`,
      choiceFlag("--kind", paymentKinds),
    )
    .option("--payee <name>", "who is paid")
    .option("--account <name>", "the account it is paid from")
    .option("--category <name>", "its account in the ledger")
    .option("--tag <tag>", "a tag; may be given several times", listFlag)
    .option("--essential", "to be protected (default for bills and debts)")
    .option("--no-essential", "may be paused when money is short")
    .option("--late-fee <amount>", "what paying late costs")
    .option("--cutoff-days <n>", "days until service is cut off", days("--cutoff-days"))
    .option("--trial-ends <day>", "the last day of a free trial", dayFlag(call))
    .option("--notice-days <n>", "days of notice to cancel", days("--notice-days"))
    .option("--phone <number>", "the payee's phone")
    .option("--email <address>", "the payee's e-mail")
    .option("--bank-phone <number>", "the bank's phone")
    .option("--url <address>", "where it is paid or cancelled")
    .option("--notes <text>", "anything else");
}

/** What the flags say, by the names of a payment; `edit` takes a thing away by an empty text. */
export function detailsSaid(flags: DetailFlags) {
  return {
    kind: flags.kind,
    payee: flags.payee,
    account_id: flags.account,
    category: flags.category,
    tags: flags.tag?.filter((tag) => tag !== ""),
    essential: flags.essential,
    late_fee: flags.lateFee === "" ? null : flags.lateFee,
    cutoff_days: flags.cutoffDays,
    trial_ends_on: flags.trialEnds,
    notice_days: flags.noticeDays,
    phone: flags.phone,
    email: flags.email,
    bank_phone: flags.bankPhone,
    url: flags.url,
    notes: flags.notes,
  };
}
