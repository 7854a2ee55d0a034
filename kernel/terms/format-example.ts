const LINE = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?))?\s*(→|->)?\s+(.*)$/;
/** Of `2025-03-29 10:00`. */
const WHEN_WIDTH = 16;

/** A timeline in three columns: when, an arrow before what is expected, the rest. What it composes stands above, after a blank line. */
export function formatExample(body: readonly string[]): string {
  const lines = body.map((line) => line.trim());
  const dated = lines.map((line) => LINE.exec(line));
  const whens = dated.map((read) => (read ? [read[1]!, ...(read[2] === undefined ? [] : [read[2]])].join(" ") : ""));
  const width = Math.max(WHEN_WIDTH, ...whens.map((when) => when.length));
  const start = dated.findIndex((read) => read !== null);
  const formatted: string[] = [];
  const gap = () => formatted.length > 0 && formatted.at(-1) !== "" && formatted.push("");
  for (const [index, line] of lines.entries()) {
    const read = dated[index];
    if (index === headerEnd(lines, start)) gap();
    if (read) formatted.push(`${whens[index]!.padEnd(width)} ${read[3] === undefined ? " " : "→"} ${read[4]!}`);
    else if (line === "") gap();
    else formatted.push(line.startsWith("#") ? line : line.replace(/^(.+?):\s+/, "$1: "));
  }
  while (formatted.at(-1) === "") formatted.pop();
  return formatted.join("\n");
}

/** Where the timeline starts: its first dated line, or the comment right above it. */
function headerEnd(lines: readonly string[], start: number): number {
  let at = start;
  while (at > 0 && lines[at - 1]!.startsWith("#")) at -= 1;
  return at;
}
