import { parseDay } from "../time/day.ts";
import { problem, type Problem } from "./problem.ts";
import type { Example } from "./read.ts";

/** A worked example: what happened, and what must then stand. Times are local to the contract. */
export interface Timeline {
  documents?: string[];
  accepted?: string;
  figures: Record<string, string>;
  readings: Record<string, string>;
  order: Record<string, string>;
  lines: Line[];
}

export type Line = Stated | Expected;

export interface Stated {
  is: "fact";
  when: string;
  recorded?: string;
  event: string;
  subject?: string;
  by?: string;
  fields: Record<string, string>;
  line: number;
}

export interface Expected {
  is: "expectation";
  when: string;
  /** `contract` for what is expected of the contract itself. */
  clause: string;
  subject?: string;
  /** Undefined where nothing may stand. */
  state?: string;
  /** `due`, `target`, `until`, `from`, `done`, `ends` with a local time; `amount` with a figure. */
  also: Record<string, string>;
  line: number;
}

const WHEN = String.raw`(\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?)`;
const LINE = new RegExp(`^${WHEN}\\s*(→|->)?\\s+(.*)$`);
const STATES = new Set([
  "open",
  "paused",
  "kept",
  "missed",
  "excused",
  "waived",
  "pending",
  "used",
  "lapsed",
  "accruing",
  "due",
  "settled",
  "unknown",
  "refused",
]);

/** Reads a timeline; a line it cannot read is a problem with its line number. */
export function readTimeline(file: string, example: Example): { timeline: Timeline; problems: Problem[] } {
  const timeline: Timeline = { figures: {}, readings: {}, order: {}, lines: [] };
  const problems: Problem[] = [];
  for (const [index, raw] of example.body.split("\n").entries()) {
    const text = raw.replace(/\s+#.*$/, "").trim();
    const line = example.line + index;
    if (text === "" || text.startsWith("#")) continue;
    const dated = LINE.exec(text);
    const read = dated ? (dated[2] ? expected(dated[1]!, dated[3]!, line) : stated(dated[1]!, dated[3]!, line)) : header(timeline, text);
    const column = raw.length - raw.trimStart().length + 1;
    if (read === undefined) problems.push(problem("example-line", { file, line, column }, { text: text.slice(0, 60) }));
    else if (read !== true) timeline.lines.push(read);
    const told = read === true ? (text.startsWith("accepted:") ? [timeline.accepted!] : []) : read ? datesOf(read) : [];
    for (const got of told.filter((one) => !isDate(one)))
      problems.push(problem("example-date", { file, line, column: raw.indexOf(got) + 1 }, { got }));
  }
  return { timeline, problems };
}

/** The local times that a line states itself; those in the fields of its fact are read with them. */
function datesOf(line: Line): string[] {
  const { amount: _amount, ...also } = line.is === "expectation" ? line.also : {};
  return [line.when, ...(line.is === "fact" && line.recorded !== undefined ? [line.recorded] : []), ...Object.values(also)];
}

/** A day that the calendar has, and a time of it from 00:00 to 24:00. */
function isDate(text: string): boolean {
  const read = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:[0-5]\d(?::[0-5]\d)?))?$/.exec(text);
  return read !== null && parseDay(read[1]!) !== undefined && /^([01]\d|2[0-3]):|^24:00(:00)?$/.test(read[2] ?? "00:00");
}

function header(timeline: Timeline, text: string): true | undefined {
  const read = /^(.+?):\s+(.*)$/.exec(text);
  if (!read) return undefined;
  const [, key = "", written = ""] = read;
  const value = written.replace(/^"(.*)"$/, "$1");
  if (key === "contract") timeline.documents = value.split(",").map((id) => id.trim());
  else if (key === "accepted") timeline.accepted = value;
  else if (key.startsWith("reading.")) timeline.readings[key.slice(8)] = value;
  else if (key.startsWith("order.")) timeline.order[key.slice(6)] = value;
  else if (key.includes(".")) timeline.figures[key] = value;
  else return undefined;
  return true;
}

function stated(when: string, rest: string, line: number): Stated | undefined {
  let words = rest;
  const late = new RegExp(`\\s*\\(recorded ${WHEN}\\)\\s*`).exec(words);
  if (late) words = words.replace(late[0], " ").trim();
  const read = /^([a-z][a-z0-9.-]*)(?:@\d+)?(?:\s+(?!by\s|[a-z-]+:)(\S+))?(?:\s+by\s+([a-z-]+))?\s*(.*)$/.exec(words);
  if (!read) return undefined;
  const fields = keyed(read[4] ?? "");
  if (!fields) return undefined;
  return {
    is: "fact",
    when,
    event: read[1]!,
    fields,
    line,
    ...(read[2] !== undefined && { subject: read[2] }),
    ...(read[3] !== undefined && { by: read[3] }),
    ...(late && { recorded: late[1]! }),
  };
}

/** `a: b, c: "d, e"`: a value holding a comma is quoted, or goes on to the next `key:`. */
function keyed(text: string): Record<string, string> | undefined {
  const fields: Record<string, string> = {};
  let rest = text.trim();
  while (rest !== "") {
    const read = /^([a-z][a-z-]*):\s*("(?:[^"\\]|\\.)*"|.*?)(?:,?\s*(?=[a-z][a-z-]*:\s)|$)/s.exec(rest);
    if (!read || read[0] === "") return undefined;
    fields[read[1]!] = read[2]!.startsWith('"') ? read[2]!.slice(1, -1) : read[2]!.replace(/,\s*$/, "");
    rest = rest.slice(read[0].length).trim();
  }
  return fields;
}

function expected(when: string, rest: string, line: number): Expected | undefined {
  const contract = new RegExp(`^contract (ended|running|suspended|ends ${WHEN})$`).exec(rest);
  if (contract)
    return {
      is: "expectation",
      when,
      clause: "contract",
      state: contract[1]!.split(" ")[0]!,
      also: contract[2] === undefined ? {} : { ends: contract[2] },
      line,
    };
  const none = /^no ([a-z][a-z0-9-]*)(?:\s+(\S+))?$/.exec(rest);
  if (none) return { is: "expectation", when, clause: none[1]!, also: {}, line, ...(none[2] !== undefined && { subject: none[2] }) };
  const [clause = "", ...words] = rest.replaceAll(",", " ").split(/\s+/);
  const at = words.findIndex((word) => STATES.has(word));
  if (at < 0) return undefined;
  const subject = words.slice(0, at).join(" ");
  const also = details(words.slice(at + 1).join(" "));
  if (!also) return undefined;
  return { is: "expectation", when, clause, state: words[at]!, also, line, ...(subject !== "" && { subject }) };
}

function details(text: string): Record<string, string> | undefined {
  const also: Record<string, string> = {};
  let rest = text.trim();
  while (rest !== "") {
    const dated = new RegExp(`^(due|target|until|from|done)\\s+${WHEN}`).exec(rest);
    const amount = /^(-?\d+(?:\.\d+)?) ([A-Z]{3}|days?|%)/.exec(rest);
    if (dated) also[dated[1]!] = dated[2]!;
    else if (amount) also["amount"] = `${amount[1]} ${amount[2]!.replace(/^day$/, "days")}`;
    else return undefined;
    rest = rest.slice((dated ?? amount)![0].length).trim();
  }
  return also;
}
