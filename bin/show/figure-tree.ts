import { type Figure, type Origin, valueOf } from "#kernel/money/figure.ts";
import { working } from "#kernel/money/working.ts";
import { parseDay } from "#kernel/time/day.ts";
import { parseInstant } from "#kernel/time/instant.ts";
import { roundingWords, stepWords } from "#kernel/words/arithmetic.ts";
import { seriesWords } from "#kernel/words/states.ts";
import type { Opened } from "../contract/open-contract.ts";
import type { Terminal } from "../terminal.ts";
import { indent, padEnd, widthOf } from "./text.ts";

/** The working on one line, then every node of the figure with what it is or where it comes from. */
export function figureTree(terminal: Terminal, figure: Figure, opened: Opened, by = 2): string {
  const { paint, width } = terminal;
  const nodes = nodesOf(figure, opened, "", "");
  const room = Math.max(...nodes.map(({ branch, value }) => widthOf(branch) + widthOf(value)));
  const lines = nodes.map(({ branch, value, words }) => {
    const head = `${branch}${value}`;
    const note = indent(words, 0, Math.max(20, width - by - room - 2)).split("\n");
    const first = `${" ".repeat(by)}${paint("faint", branch)}${value}${" ".repeat(room - widthOf(head) + 2)}${paint("faint", note[0] ?? "")}`;
    return [first, ...note.slice(1).map((line) => `${" ".repeat(by)}${padEnd("", room + 2)}${paint("faint", line)}`)]
      .map((line) => line.trimEnd())
      .join("\n");
  });
  const whole = figure.op === "given" ? "" : `${indent(working(figure, opened.voice.number), by, width)}\n\n`;
  return `${whole}${lines.join("\n")}\n`;
}

interface Node {
  branch: string;
  value: string;
  words: string;
}

function nodesOf(figure: Figure, opened: Opened, branch: string, below: string): Node[] {
  const value = opened.voice.number(valueOf(figure), figure.unit);
  const words =
    figure.op === "given"
      ? originWords(figure.from, opened)
      : figure.op === "round"
        ? roundingWords(figure.rule, figure.digits, opened.voice.language)
        : stepWords(figure.op, opened.voice.language);
  const own: Node = { branch, value, words };
  if (figure.op === "given") return [own];
  // The sum of one is that one.
  if ((figure.op === "sum" || figure.op === "minimum" || figure.op === "maximum") && figure.of.length === 1)
    return nodesOf(figure.of[0]!, opened, branch, below);
  return [
    own,
    ...figure.of.flatMap((each, index) =>
      index === figure.of.length - 1
        ? nodesOf(each, opened, `${below}└ `, `${below}  `)
        : nodesOf(each, opened, `${below}├ `, `${below}│ `),
    ),
  ];
}

/** Where a given number comes from: a figure of a clause, a field of a fact, a published rate, the calendar. */
function originWords(from: Origin, { voice, names, contract }: Opened): string {
  const french = voice.language === "fr";
  const time = (text: string) => {
    const day = parseDay(text);
    const at = parseInstant(text);
    return day !== undefined ? voice.day(day) : at === undefined ? text : voice.instant(at);
  };
  if ("clause" in from) {
    const clause = contract.byId.get(from.clause);
    return `${from.clause}.${from.figure}${clause ? `, ${names.document(clause.document)} ${clause.article}` : ""}`;
  }
  if ("fact" in from) return `${names.field(from.field)}, ${french ? "fait" : "fact"} ${from.fact}`;
  if ("reference" in from) return `${seriesWords[from.reference]?.[voice.language] ?? from.reference}, ${halfYear(from.on, french)}`;
  if ("count" in from) {
    const counted = names.counted(from.count);
    if (from.from === undefined || from.until === undefined) return counted;
    return `${counted}, ${french ? `du ${time(from.from)} au ${time(from.until)}` : `${time(from.from)} to ${time(from.until)}`}`;
  }
  return names.counted(from.constant);
}

/** Published rates hold for a half-year: the day that asked for one would look like the day it was published. */
function halfYear(day: string, french: boolean): string {
  const year = day.slice(0, 4);
  const first = Number(day.slice(5, 7)) < 7;
  return french ? `${first ? "1er" : "2d"} semestre ${year}` : `${first ? "first" : "second"} half of ${year}`;
}
