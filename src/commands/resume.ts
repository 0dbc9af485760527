import { resume } from "../actions/owed/resume.ts";
import { registerStatus } from "./status.ts";

export const register = registerStatus(resume, "Resumed");
