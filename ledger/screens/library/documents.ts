import type { paths } from "#web/kit/client/schema.d.ts";

export type LibraryDocument = paths["/api/v1/documents"]["get"]["responses"]["200"]["content"]["application/json"]["items"][number];

/** Each document in the version that was added last. */
export function latestOf(documents: readonly LibraryDocument[]): LibraryDocument[] {
  return [...new Map(documents.toSorted(byAge).map((one) => [one.id, one])).values()];
}

/** Documents by their id, the versions of each with the newest first. */
export function versionsOf(documents: readonly LibraryDocument[]): LibraryDocument[][] {
  const grouped = Map.groupBy(documents.toSorted(byAge).toReversed(), ({ id }) => id);
  const ranks = ["law", "terms", "annex"];
  return [...grouped.values()].toSorted((a, b) => ranks.indexOf(b[0]!.rank) - ranks.indexOf(a[0]!.rank) || (a[0]!.id < b[0]!.id ? -1 : 1));
}

function byAge(a: LibraryDocument, b: LibraryDocument): number {
  return a.added === b.added ? (a.version < b.version ? -1 : 1) : a.added < b.added ? -1 : 1;
}
