import { checkedName } from "../words/text.ts";

/** The ways of paying that have a name of their own; a household may use others. */
export const methods = [
  "PAD",
  "ETRANSFER",
  "CARD",
  "CASH",
  "CHEQUE",
  "TRANSFER",
  "MANUAL",
] as const;

/** Spells a way of paying: a known one in capitals, any other as it was typed. */
export function methodOf(text: string): string {
  const known = methods.find((method) => method === text.trim().toUpperCase().replace("-", ""));
  return known ?? checkedName("the method", text);
}
