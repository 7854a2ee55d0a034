import { join, relative } from "node:path";
import { factCatalogue } from "#catalogue";
import { clauseKinds } from "#kernel/kinds/all.ts";
import type { Library } from "#kernel/terms/contract.ts";
import { type Document, readDocument } from "#kernel/terms/read.ts";
import { readSource } from "#kernel/terms/source.ts";
import { builtIn } from "./built-in.ts";
import { readText } from "./read-text.ts";

const home = join(import.meta.dirname, "..", "..");

/** A document of a file, named by its path as people know it: from here, or inside Tenu. */
export function readTerms(path: string): Document {
  const here = relative(process.cwd(), path);
  const name = here.startsWith("..") && path.startsWith(home) ? relative(home, path) : here === "" ? path : here;
  return readDocument(readSource(name, readText(path)));
}

/** Reads a document when it is first asked for: most contracts need three of the ten, and an amendment may attach any. */
class Shelf extends Map<string, Document> {
  readonly #paths: Map<string, string>;

  constructor(paths: Map<string, string>) {
    super();
    this.#paths = paths;
  }

  override get(id: string): Document | undefined {
    const path = this.#paths.get(id);
    if (path !== undefined && !super.has(id)) super.set(id, readTerms(path));
    return super.get(id);
  }

  override has(id: string): boolean {
    return super.has(id) || this.#paths.has(id);
  }

  override keys(): MapIterator<string> {
    return new Set([...super.keys(), ...this.#paths.keys()]).values();
  }

  override values(): MapIterator<Document> {
    for (const id of this.#paths.keys()) this.get(id);
    return super.values();
  }
}

/** What contracts are composed from: the built-in documents, and others that files bring or replace. */
export function openLibrary(own: readonly Document[] = []): Library {
  const documents = new Shelf(builtIn());
  for (const document of own) documents.set(document.id, document);
  return { documents, factKinds: factCatalogue, kinds: clauseKinds };
}
