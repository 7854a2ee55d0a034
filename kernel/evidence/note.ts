import { bytesToHex, concatBytes, hexToBytes } from "@noble/hashes/utils.js";
import { Misread } from "../terms/problem.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import { isKeyName } from "./verifier-key.ts";

/** A signed note as C2SP signed-note writes it: a text of whole lines, an empty line, a line for each signature. */
export interface Note {
  /** With its last newline: this is what is signed. */
  text: string;
  signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  name: string;
  /** Eight hex digits; with the name they say which key signed. */
  keyId: string;
  signature: Uint8Array;
}

/** Beyond this a note is refused: the standard asks for sixteen at least. */
const MOST_SIGNATURES = 100;
const LINE = /^— (\S+) (\S+)$/;

/** Writes a note. Throws Misread `note-text` for a text that no note can hold. */
export function noteToText({ text, signatures }: Note): string {
  checkText(text);
  const lines = signatures.map(({ name, keyId, signature }) => `— ${name} ${toBase64(concatBytes(hexToBytes(keyId), signature))}\n`);
  return `${text}\n${lines.join("")}`;
}

/** Reads a note; verifies nothing. Throws Misread `note-text`, `note-unsigned`, `note-line` with its number, or `base64`. */
export function noteFromText(written: string): Note {
  checkText(written);
  const end = written.lastIndexOf("\n\n");
  if (end < 1) throw new Misread("note-unsigned", {});
  const text = written.slice(0, end + 1);
  const lines = written.slice(end + 2, -1).split("\n");
  const above = text.split("\n").length;
  if (lines.length > MOST_SIGNATURES || lines[0] === "") throw new Misread("note-unsigned", { signatures: String(lines.length) });
  return { text, signatures: lines.map((line, at) => readLine(line, above + at + 1)) };
}

function readLine(line: string, number: number): NoteSignature {
  const [, name = "", encoded = ""] = LINE.exec(line) ?? [];
  const at = { line: String(number), got: line.slice(0, 80) };
  if (!isKeyName(name)) throw new Misread("note-line", at);
  const bytes = fromBase64(encoded);
  if (bytes.length < 5) throw new Misread("note-line", at);
  return { name, keyId: bytesToHex(bytes.subarray(0, 4)), signature: bytes.slice(4) };
}

/** Whole lines of Unicode, without control characters. */
function checkText(text: string): void {
  for (const [at, line] of text.split("\n").entries())
    // oxlint-disable-next-line no-control-regex -- the standard forbids exactly these
    if (/[\x00-\x1f]/.test(line) || !line.isWellFormed()) throw new Misread("note-text", { line: String(at + 1) });
  if (text === "" || !text.endsWith("\n")) throw new Misread("note-text", { line: String(text.split("\n").length) });
}
