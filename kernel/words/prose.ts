import { divergent } from "../engine/resolve.ts";
import { camel, type Clause } from "../terms/clause.ts";
import type { Contract } from "../terms/contract.ts";
import type { Stated } from "../terms/stated.ts";
import { sayFigure } from "./figures.ts";
import type { Names } from "./names.ts";
import type { Voice } from "./voice.ts";

/** What becomes of `[[deed]]` marks: only the words, or the marks too, for who sets the deed apart. */
export type Deeds = "plain" | "marked";

/** A clause's prose with its figures said, one text a paragraph. Lines inside a paragraph are lists. */
export function proseOf(contract: Contract, clause: Clause, voice: Voice, names: Names, deeds: Deeds = "plain"): string[] {
  return clause.prose.map((paragraph) => fillProse(paragraph[voice.language], contract, clause, voice, names, deeds));
}

function fillProse(text: string, contract: Contract, clause: Clause, voice: Voice, names: Names, deeds: Deeds): string {
  const spoken = deeds === "plain" ? text.replaceAll(/\[\[(.+?)\]\]/gs, "$1") : text;
  const filled = unwrapped(spoken).replaceAll(/\{\{([^}]+)\}\}/g, (hole, address: string) => sayHole(address.trim(), contract, clause, voice, names) ?? hole);
  // What follows a list begins a line of its own, unless it only ends the sentence.
  return filled.replaceAll(/^(- .*?)([.;,])?\s*$/gm, "$1$2").replaceAll("`", "");
}

/** Lines broken in the file are one line to the reader; a list keeps its lines. */
function unwrapped(text: string): string {
  return text.replaceAll(/\n(?!- )/g, " ");
}

/** A hole names a figure of the clause its paragraph announces, or `clause.figure` of another. */
function sayHole(address: string, contract: Contract, clause: Clause, voice: Voice, names: Names): string | undefined {
  const [first = "", ...rest] = address.split(".");
  const announced = contract.clauses.filter((one) => one.prose === clause.prose);
  const other = rest.length > 0 ? contract.byId.get(first) : undefined;
  const key = other ? rest.join(".") : address;
  const owner = other ?? announced.find(({ raw }) => raw[key] !== undefined);
  if (!owner) return undefined;
  return sayFigureOf(owner, key, voice, names);
}

/** A figure of a clause, by its key or a case's path, in words. */
export function sayFigureOf(clause: Clause, key: string, voice: Voice, names: Names): string | undefined {
  const [figure = "", ...path] = key.split(".");
  let raw: unknown = clause.raw[figure];
  for (const step of path) raw = (raw as Record<string, unknown> | undefined)?.[step];
  if (raw === undefined) return undefined;
  const stated = (clause as unknown as Record<string, Stated<unknown> | undefined>)[camel(figure)];
  const applies = stated?.is === "divergence" ? divergent(clause, stated.fr, stated.en) : undefined;
  return sayFigure(raw, { voice, names, ...(applies && { applies }) });
}
