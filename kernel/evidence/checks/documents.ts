import { type Document, readDocument } from "../../terms/read.ts";
import { readSource } from "../../terms/source.ts";
import { digestOfText } from "../canonical.ts";
import type { Pack } from "../pack.ts";
import { at, same, Unsound } from "../verdict.ts";

/** The documents of a pack, each with the digest, the id and the version that the pack gives it. */
export function documentsOf({ documents }: Pack): Map<string, Document> {
  const read = new Map<string, Document>();
  for (const { id, version, digest, text } of documents) {
    const place = { part: "document", name: id } as const;
    at(place, () => same(place, "document-digest", digest, digestOfText(text)));
    const document = readDocument(readSource(`${id}.md`, text));
    same(place, "document-id", id, document.id);
    same(place, "document-version", version, document.version);
    if (read.has(id)) throw new Unsound({ place, code: "document-twice", args: {} });
    read.set(id, document);
  }
  return read;
}
