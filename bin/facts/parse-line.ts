import { type Place, type Problem, problem } from "#kernel/terms/problem.ts";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

/** One line of NDJSON: its value, a problem with the column where it breaks, or nothing for a blank line. */
export function parseLine(file: string, number: number, bytes: Uint8Array): { value: unknown } | { problem: Problem } | undefined {
  const at = (column: number): Place => ({ file, line: number, column });
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return { problem: problem("fact-line-not-utf8", at(firstBadByte(bytes))) };
  }
  if (text.trim() === "") return undefined;
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    const end = longestStart(text);
    const got = text.slice(end).match(/./su)?.[0];
    return { problem: got === undefined ? problem("fact-line-cut", at(end + 1)) : problem("fact-line-malformed", at(end + 1), { got }) };
  }
}

/** How much of a text could still become JSON: the parser's own messages do not always tell where it stopped. */
function longestStart(text: string): number {
  let low = 0;
  let high = text.trimEnd().length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (couldGoOn(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

function couldGoOn(start: string): boolean {
  try {
    JSON.parse(start);
    return true;
  } catch (error) {
    const { message } = error as Error;
    const position = / at position (\d+)/.exec(message);
    return /end of JSON input|Unterminated/.test(message) || (position !== null && Number(position[1]) >= start.length);
  }
}

/** The column, in characters from 1, of the first byte that is no UTF-8. */
function firstBadByte(bytes: Uint8Array): number {
  const text = new TextDecoder().decode(bytes);
  return text.indexOf("\uFFFD") + 1;
}
