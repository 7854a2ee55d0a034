import { expect, test } from "vitest";
import { latestOf, type LibraryDocument, versionsOf } from "./documents.ts";

function document(id: string, version: string, added: string, rank = "terms"): LibraryDocument {
  return { id, version, added, rank, digest: `${id}${version}`, title: { fr: id, en: id } };
}

const shelf = [
  document("uloa", "2", "2026-02"),
  document("fr", "1", "2026-01", "law"),
  document("uloa", "1", "2026-01"),
  document("crm", "1", "2026-01"),
];

test("the latest of each is the version added last", () => {
  expect(new Map(latestOf(shelf).map(({ id, version }) => [id, version]))).toEqual(
    new Map([
      ["uloa", "2"],
      ["fr", "1"],
      ["crm", "1"],
    ]),
  );
});

test("versions stand together, the newest first; terms before law", () => {
  expect(versionsOf(shelf).map((all) => all.map(({ id, version }) => `${id} ${version}`))).toEqual([
    ["crm 1"],
    ["uloa 2", "uloa 1"],
    ["fr 1"],
  ]);
});
