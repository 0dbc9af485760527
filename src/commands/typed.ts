import type { Command } from "commander";
import type { Said } from "../actions/input.ts";
import { isTyped } from "./global-options.ts";

/** What was typed after a command: its arguments and its own flags by name, as texts; what was not typed is absent. */
export function typedOn(command: Command): Said {
  const typed: Record<string, unknown> = {};
  for (const [index, argument] of command.registeredArguments.entries()) {
    const value: unknown = command.processedArgs[index];
    if (Array.isArray(value) ? value.length > 0 : value !== undefined) {
      typed[argument.name()] = value;
    }
  }
  for (const option of command.options) {
    const name = option.attributeName();
    if (option.hidden || !isTyped(command, name)) continue;
    typed[snakeCase(name)] = command.getOptionValue(name);
  }
  return typed;
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
