/** A command line of a transcript, as a shell would have read it. */
export interface CommandLine {
  readonly env: Readonly<Record<string, string>>;
  readonly argv: readonly string[];
  /** The file its standard input comes from, and the one its output goes to. */
  readonly input: string | null;
  readonly output: string | null;
}

/** Reads `NAME=value valhalla words "with quotes" < file > file`; `~/` is the folder given. */
export function commandLine(text: string, folder: string): CommandLine {
  const words = [...text.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) =>
      double?.replace(/\\(.)/g, "$1") ?? single ?? bare?.replace(/^~(?=\/|$)/, folder) ?? "",
  );
  const start = words.indexOf("valhalla");
  if (start < 0) throw new Error(`not a command line of valhalla: ${text}`);
  const env = words.slice(0, start).map((word): [string, string] => {
    const [name = "", value = ""] = word.split("=", 2);
    return [name, value.replace(/^~(?=\/|$)/, folder)];
  });
  const rest = words.slice(start + 1);
  const input = redirection(rest, "<");
  const output = redirection(rest, ">");
  return { env: Object.fromEntries(env), argv: rest, input, output };
}

/** Takes `< file` or `> file` out of the words. */
function redirection(words: string[], sign: "<" | ">"): string | null {
  const at = words.indexOf(sign);
  return at < 0 ? null : (words.splice(at, 2)[1] ?? null);
}
