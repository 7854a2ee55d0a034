import { type Row, type Tied, type Work, clausesTable } from "./clauses-table.ts";
import type { Library } from "./contract.ts";

const works: readonly Work[] = ["executed", "composed", "text"];

/** `docs/clauses.md`: every row of the source list, the clauses tied to it, and the examples that show them. */
export function clausesPage(library: Library, rows: readonly string[]): string {
  const table = clausesTable(library, rows);
  const groups = Map.groupBy(table, ({ row }) => row.split("-")[0]!);
  const parts = [
    "<!-- Written by `npm run generate` from contracts/ and law/. Do not edit. -->",
    "# Every row, and the clause that carries it out",
    [
      "Each row of the source list ([contracts/rows.txt](../contracts/rows.txt)) is named by the `source:` of a clause. A row is **executed** where one of its",
      "clauses works from facts, **composed** where its clauses shape the contract, bound its figures or give a calendar, and **text** where they are words without",
      "mechanics. An example counts for a clause when it states what must, or must not, stand under it; for a pause, when it shows a clock that it stopped; for a term,",
      "when it states how the contract ends; for a consequence, when what brings it about happens. Examples are run by `npm test`.",
    ].join("\n"),
    countsByGroup(groups),
    countsByKind(groups),
    ...[...groups].map(([letter, its]) => `## ${letter}: ${titlesOf(its, library)}\n\n${rowsTable(its)}`),
  ];
  return `${parts.join("\n\n")}\n`;
}

function countsByGroup(groups: ReadonlyMap<string, readonly Row[]>): string {
  const line = (name: string, rows: readonly Row[]) => {
    const clauses = distinct(rows);
    const examples = new Set(clauses.flatMap((clause) => clause.examples.map((example) => `${example.document} ${example.name}`)));
    return [
      name,
      rows.length,
      ...works.map((work) => rows.filter((row) => workOfRow(row) === work).length),
      untied(rows),
      clauses.length,
      examples.size,
    ];
  };
  const all = [...groups.values()].flat();
  return grid(
    ["", "rows", ...works, "without a clause", "clauses", "examples"],
    [...[...groups].map(([letter, rows]) => line(letter, rows)), line("all", all)],
  );
}

function countsByKind(groups: ReadonlyMap<string, readonly Row[]>): string {
  const all = distinct([...groups.values()].flat());
  const kinds = [...new Set(all.map(({ kind }) => kind))].toSorted();
  const count = (clauses: readonly Tied[], kind: string) => clauses.filter((clause) => clause.kind === kind);
  const lines = kinds.map((kind) => [
    kind,
    ...[...groups.values()].map((rows) => count(distinct(rows), kind).length),
    count(all, kind).length,
    count(all, kind).filter(({ examples }) => examples.length > 0).length,
  ]);
  return grid(["clauses by kind", ...groups.keys(), "all", "shown by an example"], lines);
}

/** A row counts once, by the most that one of its clauses does. */
function workOfRow({ clauses }: Row): Work | undefined {
  return works.find((work) => clauses.some((clause) => clause.work === work));
}

function untied(rows: readonly Row[]): number {
  return rows.filter(({ clauses }) => clauses.length === 0).length;
}

function distinct(rows: readonly Row[]): Tied[] {
  return [...new Map(rows.flatMap(({ clauses }) => clauses).map((clause) => [`${clause.document} ${clause.clause}`, clause])).values()];
}

function titlesOf(rows: readonly Row[], { documents }: Library): string {
  const ids = new Set(rows.flatMap(({ clauses }) => clauses.map(({ document }) => document)));
  return [...ids].map((id) => documents.get(id)!.title.en).join(", ");
}

function rowsTable(rows: readonly Row[]): string {
  const lines = rows.flatMap(({ row, clauses }) =>
    clauses.length === 0
      ? [[row, "", "**no clause**", "", ""]]
      : clauses.map((clause, index) => [
          index === 0 ? row : "",
          clause.article,
          `[${clause.clause}](../${clause.file})`,
          clause.kind,
          examplesOf(clause),
        ]),
  );
  return grid(["row", "article", "clause", "kind", "examples"], lines);
}

function examplesOf({ document, examples, work }: Tied): string {
  if (examples.length === 0) return work === "executed" ? "**none**" : "";
  return `${examples.length}: ${examples.map((example) => (example.document === document ? example.name : `${example.name} (${example.document})`)).join(" · ")}`;
}

function grid(head: readonly string[], lines: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...lines.map(line)].join("\n");
}
