import type { Kind } from "../kinds/kind.ts";
import type { Library } from "./contract.ts";
import type { FactKind } from "./fact-kind.ts";
import { type Document, readDocument } from "./read.ts";
import { readSource } from "./source.ts";

/** Reads Markdown files into the library that contracts are composed from. Problems stay with their documents. */
export function readLibrary(
  files: readonly { file: string; text: string }[],
  factKinds: ReadonlyMap<string, FactKind>,
  kinds: ReadonlyMap<string, Kind>,
): Library {
  const documents = new Map<string, Document>();
  for (const { file, text } of files) {
    const document = readDocument(readSource(file, text));
    documents.set(document.id === "" ? file : document.id, document);
  }
  return { documents, factKinds, kinds };
}
