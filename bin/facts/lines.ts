import { createReadStream } from "node:fs";
import { unreadable } from "../contract/read-text.ts";

/** A line as bytes, without its newline, and its number from 1. */
export interface Line {
  number: number;
  bytes: Uint8Array;
}

const NEWLINE = 10;

/** The lines of a file, or of the standard input for `-`, one at a time: a file of any size takes the room of a line. */
export async function* readLines(path: string): AsyncGenerator<Line> {
  let number = 0;
  let held: Uint8Array[] = [];
  try {
    for await (const chunk of path === "-" ? process.stdin : createReadStream(path)) {
      const bytes = chunk as Uint8Array;
      let start = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
        number += 1;
        yield { number, bytes: joined([...held, bytes.subarray(start, end)]) };
        held = [];
        start = end + 1;
      }
      if (start < bytes.length) held.push(Uint8Array.from(bytes.subarray(start)));
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === undefined ? error : unreadable(path, error);
  }
  if (held.length > 0) yield { number: number + 1, bytes: joined(held) };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}
