/**
 * Spells as `\u....` what JSON leaves raw and a terminal would obey: DEL, C1, bidirectional controls and
 * line separators.
 */
export function escapeControls(text: string): string {
  return text.replace(controls, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const controls = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
