import { pause } from "../actions/owed/pause.ts";
import { registerStatus } from "./status.ts";

export const register = registerStatus(pause, "Paused", (command) => {
  command
    .option("--until <day>", "the day on which it is active again")
    .option("--extend", "add the payments of a plan that fall into the pause at its end");
});
