import type { Demo, DemoStep } from "../actions/kept/demo.ts";
import type { Style } from "./style.ts";

/** A line about the household, then every command with the reason above it and what it printed below. */
export function renderDemo(demo: Demo, style: Style): string {
  const { payments, confirmations, from, to, steps } = demo;
  const summary = `A household in Ontario: ${payments} payments, ${confirmations} confirmations from ${from} to ${to}.`;
  return [summary, ...steps.map((step) => stepText(step, style))].join("\n\n");
}

function stepText({ why, command, exit, output }: DemoStep, style: Style): string {
  const typed = `${style.dim(`# ${why}`)}\n${style.bold(`$ ${command}`)}\n${output.trimEnd()}`;
  return exit === 0 ? typed : `${typed}\n${style.dim(`(exit ${exit})`)}`;
}
