import { type Figure, type Origin, recompute, valueOf } from "#kernel/money/figure.ts";
import { working } from "#kernel/money/working.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import { parseDay } from "#kernel/time/day.ts";
import { parseInstant } from "#kernel/time/instant.ts";
import { roundingWords, stepWords } from "#kernel/words/arithmetic.ts";
import type { Names } from "#kernel/words/names.ts";
import { seriesWords } from "#kernel/words/states.ts";
import type { Voice } from "#kernel/words/voice.ts";

/** A node of a figure's tree: its number, what it is or where it comes from, and what it is made of. */
export interface FigureSaid {
  value: string;
  words: string;
  /** The clause or the fact that gives it. */
  clause?: string;
  fact?: string;
  of: readonly FigureSaid[];
}

/** A figure with its working, and what does not hold of it when it is worked out again. */
export interface WorkingSaid {
  line: string;
  tree: FigureSaid;
  faults: readonly string[];
}

export function sayWorking(figure: Figure, contract: Contract, voice: Voice, names: Names): WorkingSaid {
  return { line: working(figure, voice.number), tree: sayNode(figure, contract, voice, names), faults: recompute(figure) };
}

function sayNode(figure: Figure, contract: Contract, voice: Voice, names: Names): FigureSaid {
  // The sum of one is that one.
  if ((figure.op === "sum" || figure.op === "minimum" || figure.op === "maximum") && figure.of.length === 1)
    return sayNode(figure.of[0]!, contract, voice, names);
  const value = voice.number(valueOf(figure), figure.unit);
  if (figure.op === "given") {
    const { from } = figure;
    return {
      value,
      words: originWords(from, contract, voice, names),
      ...("clause" in from && { clause: from.clause }),
      ...("fact" in from && { fact: from.fact }),
      of: [],
    };
  }
  const words = figure.op === "round" ? roundingWords(figure.rule, figure.digits, voice.language) : stepWords(figure.op, voice.language);
  return { value, words, of: figure.of.map((one) => sayNode(one, contract, voice, names)) };
}

function originWords(from: Origin, contract: Contract, voice: Voice, names: Names): string {
  const french = voice.language === "fr";
  if ("clause" in from) {
    const clause = contract.byId.get(from.clause);
    return clause ? `${names.document(clause.document)}, ${clause.article}` : from.clause;
  }
  if ("fact" in from) return `${names.field(from.field)}, ${french ? "fait" : "fact"} ${from.fact}`;
  if ("reference" in from) return `${seriesWords[from.reference]?.[voice.language] ?? from.reference}, ${halfYear(from.on, french)}`;
  if ("count" in from) {
    const counted = names.counted(from.count);
    if (from.from === undefined || from.until === undefined) return counted;
    const [start, end] = [sayEdge(from.from, voice), sayEdge(from.until, voice)];
    return `${counted}, ${french ? `du ${start} au ${end}` : `${start} to ${end}`}`;
  }
  return names.counted(from.constant);
}

function sayEdge(text: string, voice: Voice): string {
  const day = parseDay(text);
  if (day !== undefined) return voice.day(day);
  const at = parseInstant(text);
  return at === undefined ? text : voice.instant(at);
}

/** Published rates hold for a half-year: the day that asked for one would look like the day it was published. */
function halfYear(day: string, french: boolean): string {
  const first = Number(day.slice(5, 7)) < 7;
  return french ? `${first ? "1er" : "2d"} semestre ${day.slice(0, 4)}` : `${first ? "first" : "second"} half of ${day.slice(0, 4)}`;
}
