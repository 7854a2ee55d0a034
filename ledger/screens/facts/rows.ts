import { instantOf } from "./fields.ts";

/** One line of what is imported: what will be sent, or why it cannot be read at all. */
export interface Row {
  /** Where it stands in the file, counted from 1. */
  line: number;
  fact?: Record<string, unknown>;
  wrong?: "not-json" | "columns";
}

/** Keys of every fact; other columns are fields of its kind. */
const frame = ["id", "kind", "subject", "occurred", "by", "source"];

/** Rows of a file: one JSON a line, or a table with its columns named in the first line. */
export function rowsIn(text: string): Row[] {
  const clean = text.replace(/^\uFEFF/, "");
  return clean.trimStart().startsWith("{") ? jsonRows(clean) : tableRows(clean);
}

function jsonRows(text: string): Row[] {
  return text.split(/\r?\n/).flatMap((one, index): Row[] => {
    if (one.trim() === "") return [];
    try {
      const fact: unknown = JSON.parse(one);
      const isFact = typeof fact === "object" && fact !== null && !Array.isArray(fact);
      return [isFact ? { line: index + 1, fact: fact as Record<string, unknown> } : { line: index + 1, wrong: "not-json" }];
    } catch {
      return [{ line: index + 1, wrong: "not-json" }];
    }
  });
}

function tableRows(text: string): Row[] {
  const [head, ...rest] = recordsIn(text);
  if (!head) return [];
  const names = head.cells.map((cell) => cell.trim().toLowerCase());
  return rest.map(({ line, cells }) => {
    if (cells.length > names.length) return { line, wrong: "columns" };
    const given = names.flatMap((name, at): [string, string][] => {
      const cell = cells[at]?.trim() ?? "";
      return name === "" || cell === "" ? [] : [[name, cell]];
    });
    const [own, fields] = [given.filter(([name]) => frame.includes(name)), given.filter(([name]) => !frame.includes(name))];
    const fact: Record<string, unknown> = { ...Object.fromEntries(own), ...(fields.length > 0 && { fields: Object.fromEntries(fields) }) };
    if (typeof fact["occurred"] === "string") fact["occurred"] = withOffset(fact["occurred"]);
    return { line, fact };
  });
}

/** A time without an offset is the reader's. */
function withOffset(occurred: string): string {
  return /(Z|[+-]\d\d:?\d\d)$/.test(occurred) ? occurred : instantOf(occurred.replace(" ", "T"));
}

/** Records of a table as RFC 4180 has them, with the separator that its first line uses most. */
function recordsIn(text: string): { line: number; cells: string[] }[] {
  const first = text.slice(0, text.indexOf("\n") + 1 || text.length);
  const separator = [";", "\t", ","].toSorted((a, b) => first.split(b).length - first.split(a).length)[0]!;
  const records: { line: number; cells: string[] }[] = [];
  let [cell, quoted, line, begun] = ["", false, 1, 1];
  let cells: string[] = [];
  function end(): void {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== "")) records.push({ line: begun, cells });
    [cell, cells, begun] = ["", [], line + 1];
  }
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at]!;
    const doubled = quoted && one === '"' && text[at + 1] === '"';
    if (doubled) at += 1;
    if (doubled || (quoted && one !== '"')) cell += one;
    else if (quoted) quoted = false;
    else if (one === '"' && cell === "") quoted = true;
    else if (one === separator) {
      cells.push(cell);
      cell = "";
    } else if (one === "\n") end();
    else if (one !== "\r") cell += one;
    if (one === "\n") line += 1;
  }
  if (cell !== "" || cells.length > 0) end();
  return records;
}

/** What the server said of a line sent, by its place `body:3:1`. */
export function lineOf(place: string): number | undefined {
  const [, line] = /^body:(\d+):/.exec(place) ?? [];
  return line === undefined ? undefined : Number(line);
}
