import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { openWorld } from "#kernel/engine/world.ts";
import type { References } from "#kernel/references.ts";
import { compose } from "#kernel/terms/compose.ts";
import type { Contract, Library } from "#kernel/terms/contract.ts";
import { nearest, type Problem, problem, Unusable } from "#kernel/terms/problem.ts";
import type { Document } from "#kernel/terms/read.ts";
import { type Names, openNames } from "#kernel/words/names.ts";
import { openVoice, type Voice } from "#kernel/words/voice.ts";
import { loadReferences } from "#references/load.ts";
import { type Call, value } from "../call.ts";
import { nowhere } from "../trouble.ts";
import { builtIn } from "./built-in.ts";
import { openLibrary, readTerms } from "./library.ts";
import { noParticulars, type OrderForm, readParticulars } from "./particulars.ts";

/** A contract ready to be asked: composed, under its references, with a voice for its reader. */
export interface Opened {
  contract: Contract;
  references: References;
  voice: Voice;
  names: Names;
}

/** Composes what a command names: documents by id or path, law, particulars. Throws Unusable when it cannot be used as written. */
export function openContract(call: Call): Opened {
  const path = value(call, "particulars");
  const form = path === undefined ? noParticulars(call.names.join(" + ")) : readParticulars(path);
  const named = findDocuments([...call.names]);
  // Paths inside the particulars are told from where they stand.
  const listed = findDocuments(form.documents, path === undefined ? undefined : dirname(path));
  const documents = [...new Set([...(listed.ids.length > 0 ? listed.ids : []), ...named.ids])];
  if (documents.length === 0) throw new Unusable([problem("contract-missing", nowhere)]);
  const library = openLibrary([...listed.own, ...named.own]);
  const law = form.law.filter((id) => !documents.includes(id));
  return speak(composed(library, { ...form, documents: [...law, ...documents] }), call);
}

export function speak(contract: Contract, { language }: Pick<Call, "language">): Opened {
  const references = loadReferences();
  const { zone } = openWorld(contract, references);
  const voice = openVoice(language, zone);
  return { contract, references, voice, names: openNames(contract, voice) };
}

function composed(library: Library, form: OrderForm): Contract {
  const { contract: name, documents, parties, figures, readings, order } = form;
  const contract = compose(library, { contract: name, documents, parties, figures, readings, order });
  if (contract.problems.length > 0) throw new Unusable(contract.problems.map((one) => placed(one, form)));
  return contract;
}

/** The composition knows particulars by the name it was given; people know them by their file. A figure that they give is theirs. */
export function placed(one: Problem, form: OrderForm, name = form.contract): Problem {
  const { clause, key, address, document, reading } = one.args;
  const given = `${clause}.${key}`;
  if (form.figures[given] !== undefined) return { ...one, place: form.placeOf(["figures", given]) };
  if (one.place.file !== name) return one;
  return { ...one, place: form.placeOf(pathOf()) };

  function pathOf(): string[] {
    if (address !== undefined) return ["figures", address];
    if (reading !== undefined) return ["readings", clause!];
    return document !== undefined ? ["documents", String(form.documents.indexOf(document))] : [];
  }
}

/** Documents by what they were called: an id that Tenu knows, or else a path. */
export function findDocuments(names: readonly string[], from = "."): { ids: string[]; own: Document[] } {
  const known = builtIn();
  const ids: string[] = [];
  const own: Document[] = [];
  for (const name of names) {
    if (known.has(name)) {
      ids.push(name);
      continue;
    }
    const path = resolve(from, name);
    if (!existsSync(path)) throw new Unusable([missing(name, known.keys())]);
    const document = readTerms(path);
    const id = document.id === "" ? name : document.id;
    own.push({ ...document, id });
    ids.push(id);
  }
  return { ids, own };
}

function missing(name: string, known: Iterable<string>): Problem {
  if (/[/\\]|\.\w+$/.test(name)) return problem("file-missing", nowhere, { path: name });
  const near = nearest(name, known);
  return problem("document-unknown", nowhere, { document: name, ...(near !== undefined && { near }) });
}
