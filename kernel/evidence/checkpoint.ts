import { Misread } from "../terms/problem.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import { HASH_BYTES } from "./tree.ts";

/** What a log says it holds: the text that C2SP tlog-checkpoint puts into a signed note. */
export interface Checkpoint {
  /** Which log: a name no other log has, such as `provider.example/contracts/4711`. */
  origin: string;
  /** How many entries. */
  size: number;
  root: Uint8Array;
  /** Further lines, which the standard allows and advises against. */
  extensions?: readonly string[];
}

/** The note's text. Throws Misread `checkpoint` for what cannot be said in its lines. */
export function checkpointText({ origin, size, root, extensions = [] }: Checkpoint): string {
  if (!Number.isSafeInteger(size) || size < 0) throw misread("2", String(size));
  if (root.length !== HASH_BYTES) throw misread("3", String(root.length));
  for (const [at, line] of [origin, ...extensions].entries())
    if (line === "" || line.includes("\n")) throw misread(at === 0 ? "1" : String(at + 3), line);
  return [origin, String(size), toBase64(root), ...extensions].map((line) => `${line}\n`).join("");
}

/** Reads such a text. Throws Misread `checkpoint` with the line that is wrong, or `base64`. */
export function readCheckpoint(text: string): Checkpoint {
  const [origin = "", size = "", root = "", ...rest] = text.split("\n");
  if (origin === "") throw misread("1", origin);
  if (!/^(0|[1-9]\d*)$/.test(size) || !Number.isSafeInteger(Number(size))) throw misread("2", size);
  const hash = fromBase64(root);
  if (hash.length !== HASH_BYTES) throw misread("3", root);
  const extensions = rest.slice(0, -1);
  const empty = rest.findIndex((line, at) => (line === "") !== (at === rest.length - 1));
  if (rest.length === 0 || empty >= 0) throw misread(String(4 + Math.max(empty, 0)), rest[empty] ?? "");
  return { origin, size: Number(size), root: hash, ...(extensions.length > 0 && { extensions }) };
}

function misread(line: string, got: string): Misread {
  return new Misread("checkpoint", { line, got });
}
