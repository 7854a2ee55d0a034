import { divergent } from "../engine/resolve.ts";
import { camel, type Clause } from "../terms/clause.ts";
import type { Contract } from "../terms/contract.ts";
import type { Stated } from "../terms/stated.ts";
import { sayFigure, type TableForm } from "./figures.ts";
import type { Names } from "./names.ts";
import { tied } from "./typography.ts";
import type { Voice } from "./voice.ts";

/** What becomes of `[[deed]]` marks: only the words, or the marks too, for who sets the deed apart. */
export type Deeds = "plain" | "marked";

/** A clause's prose with its figures said, one text a paragraph. Lines inside a paragraph are lists. */
export function proseOf(contract: Contract, clause: Clause, voice: Voice, names: Names, deeds: Deeds = "plain"): string[] {
  return clause.prose.map((paragraph) => fillProse(paragraph[voice.language], contract, clause, voice, names, deeds));
}

function fillProse(text: string, contract: Contract, clause: Clause, voice: Voice, names: Names, deeds: Deeds): string {
  const spoken = deeds === "plain" ? text.replaceAll(/\[\[(.+?)\]\]/gs, "$1") : text;
  const joined = unwrapped(spoken);
  const filled = joined.replaceAll(/\{\{([^}]+)\}\}/g, (hole, address: string, at: number) => {
    const rest = joined.slice(at + hole.length);
    const form = hole === joined.trim() ? "cases" : /^[.;,]?\s*$/.test(rest) ? "list" : "line";
    return sayHole(address.trim(), contract, clause, voice, names, form) ?? hole;
  });
  const plain = filled.replaceAll("`", "");
  return voice.language === "fr" ? tied(plain) : plain;
}

/** Lines broken in the file are one line to the reader, until a list begins: then only what is moved right goes on. */
function unwrapped(text: string): string {
  const lines: string[] = [];
  let listed = false;
  for (const line of text.split("\n")) {
    listed ||= line.startsWith("- ");
    const goesOn = lines.length > 0 && (listed ? /^\s/.test(line) : true);
    if (goesOn) lines.push(`${lines.pop()} ${line.trim()}`);
    else lines.push(line);
  }
  return lines.join("\n");
}

/** A hole names a figure of the clause its paragraph announces, or `clause.figure` of another. */
function sayHole(address: string, contract: Contract, clause: Clause, voice: Voice, names: Names, form: TableForm): string | undefined {
  const [first = "", ...rest] = address.split(".");
  const announced = contract.clauses.filter((one) => one.prose === clause.prose);
  const other = rest.length > 0 ? contract.byId.get(first) : undefined;
  const key = other ? rest.join(".") : address;
  const owner = other ?? announced.find(({ raw }) => raw[key] !== undefined);
  if (!owner) return undefined;
  return sayFigureOf(owner, key, voice, names, form);
}

/** A figure of a clause, by its key or a case's path, in words. */
export function sayFigureOf(clause: Clause, key: string, voice: Voice, names: Names, form: TableForm = "line"): string | undefined {
  const [figure = "", ...path] = key.split(".");
  let raw: unknown = clause.raw[figure];
  for (const step of path) raw = (raw as Record<string, unknown> | undefined)?.[step];
  if (raw === undefined) return undefined;
  const stated = (clause as unknown as Record<string, Stated<unknown> | undefined>)[camel(figure)];
  const applies = stated?.is === "divergence" ? divergent(clause, stated.fr, stated.en) : undefined;
  if (figure === "every" && clause.kind === "duty" && typeof raw === "string")
    return `${voice.language === "fr" ? "chaque" : "every"} ${sayFigure(raw, { voice, names })}`;
  return sayFigure(raw, { voice, names, form, ...(applies && { applies }) });
}
