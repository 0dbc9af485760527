/**
 * Text from outside as a terminal may have it: line breaks and tabs become a space; ANSI sequences, every other
 * control character and the bidirectional controls are taken out. What is left moves no cursor and hides nothing.
 */
export function cleanText(text: string): string {
  patterns ??= makePatterns();
  const { unsafe, controls, breaks, sequences } = patterns;
  if (!unsafe.test(text)) return text;
  return text.replace(sequences, "").replace(breaks, " ").replace(controls, "");
}

/** Made when the first text is shown: what is printed as JSON needs none. */
let patterns: ReturnType<typeof makePatterns> | null = null;

function makePatterns() {
  const [esc, bell, end, start] = ["\u001b", "\u0007", "\u009c", "\u009b"];
  const sequences = [
    `(?:${esc}\\[|${start})[0-?]*[ -/]*[@-~]`,
    `${esc}[\\]P^_X][^${bell}${esc}${end}]*(?:${bell}|${end}|${esc}\\\\)?`,
    `${esc}[ -/]*[0-~]`,
  ];
  return {
    unsafe: new RegExp(`[${spelled}]`, "u"),
    controls: new RegExp(`[${spelled}]`, "gu"),
    breaks: /\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g,
    sequences: new RegExp(sequences.join("|"), "g"),
  };
}

/** C0, DEL and C1 are `Cc`; then the bidirectional and invisible controls, but not the joiners that scripts and emoji need. */
const spelled =
  "\\p{Cc}\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff\\ufff9-\\ufffb";
