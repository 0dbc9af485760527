/**
 * Whether brackets nest at most 32 deep in a JSON text: `JSON.parse` accepts a million levels that `JSON.stringify`
 * cannot write again.
 */
export function isShallow(text: string): boolean {
  return hasFew(text, "{", "[") || isShallowJson(Buffer.from(text));
}

/** Most texts have too few brackets to nest deeply, and counting those is quick. */
function hasFew(text: string, ...brackets: readonly string[]): boolean {
  let count = 0;
  for (const bracket of brackets) {
    for (let at = text.indexOf(bracket); at >= 0 && count <= deepest; count++) {
      at = text.indexOf(bracket, at + 1);
    }
  }
  return count <= deepest;
}

function isShallowJson(json: Uint8Array): boolean {
  let depth = 0;
  for (let index = 0; index < json.length; index++) {
    const byte = json[index];
    if (byte === quote) index = endOfString(json, index);
    else if (byte === openBrace || byte === openBracket) depth += 1;
    else if (byte === closeBrace || byte === closeBracket) depth -= 1;
    if (depth > deepest) return false;
  }
  return true;
}

const deepest = 32;
const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = Buffer.from('"\\{}[]');

function endOfString(json: Uint8Array, start: number): number {
  let index = start + 1;
  while (index < json.length && json[index] !== quote) index += json[index] === backslash ? 2 : 1;
  return index;
}
