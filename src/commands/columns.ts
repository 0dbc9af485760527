/** How wide help is printed, whoever reads it. */
export const helpWidth = 80;

/**
 * Lines of two columns, indented by two, the first as wide as its widest cell; the second goes on below itself where a
 * line would be wider than help is.
 */
export function columnLines(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.flatMap(([left, right]) => {
    const [first = "", ...rest] = wrapped(right, helpWidth - width - 4);
    const indent = " ".repeat(width + 4);
    return [`  ${left.padEnd(width)}  ${first}`.trimEnd(), ...rest.map((line) => indent + line)];
  });
}

/** Paragraphs as lines of help; a line that begins with a blank stays as it is. */
export function paragraphs(...texts: readonly string[]): string {
  return texts
    .map((text) =>
      text
        .split("\n")
        .flatMap((line) => (line.startsWith(" ") ? [line] : wrapped(line, helpWidth)))
        .join("\n"),
    )
    .join("\n\n");
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
