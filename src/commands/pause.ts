import { pause } from "../actions/owed/pause.ts";
import { registerStatus } from "./status.ts";

export const register = registerStatus(pause, "Paused");
