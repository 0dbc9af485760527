import { registerStatus } from "./status.ts";

export const register = registerStatus("pause");
