import { Refusal } from "../../src/domain/refusal.ts";

/** The refusal that `attempt` ends in; fails the test when it ends in anything else. */
export function refusalOf(attempt: () => unknown): Refusal {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

/** The refusal that a promise ends in; fails the test when it ends in anything else. */
export async function rejectionOf(attempt: Promise<unknown>): Promise<Refusal> {
  const [settled] = await Promise.allSettled([attempt]);
  return refusalOf(() => {
    if (settled.status === "rejected") throw settled.reason;
  });
}
