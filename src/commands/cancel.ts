import { cancel } from "../actions/owed/cancel.ts";
import { registerStatus } from "./status.ts";

export const register = registerStatus(cancel, "Cancelled");
