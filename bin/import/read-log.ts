import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { type LogSummary, type MinuteCount, createLogReader } from "#commitments/availability/rules/access-log.ts";
import { unreadable } from "../contract/read-text.ts";
import { openProgress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";

/** One log as it was read. */
export interface LogRead {
  file: string;
  summary: LogSummary;
}

/** Streams a log of any size; `.gz` is unpacked on the way, `-` is the standard input. Throws Unusable when the file is not there or broken. */
export async function readLog(path: string, terminal: Terminal): Promise<LogRead> {
  const reader = createLogReader();
  const progress = openProgress(terminal);
  let bytes = 0;
  let shown = 0;
  try {
    for await (const chunk of open(path)) {
      reader.push(chunk);
      bytes += chunk.length;
      if (bytes - shown < 16_000_000) continue;
      shown = bytes;
      progress.show(`${path}: ${Math.floor(bytes / 1_000_000)} MB`);
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === undefined ? error : unreadable(path, error);
  } finally {
    progress.done();
  }
  return { file: path === "-" ? "stdin" : path, summary: reader.end() };
}

function open(path: string): AsyncIterable<Uint8Array> {
  if (path === "-") return process.stdin as AsyncIterable<Uint8Array>;
  const file = createReadStream(path, { highWaterMark: 1 << 20 });
  if (!path.endsWith(".gz")) return file as AsyncIterable<Uint8Array>;
  const unpacked = createGunzip();
  file.on("error", (error) => unpacked.destroy(error));
  return file.pipe(unpacked) as AsyncIterable<Uint8Array>;
}

/** All logs as one: a day spread over files is one day. Problems keep to their own files. */
export function mergeLogs(logs: readonly LogRead[]): LogSummary {
  const minutes = new Map<number, MinuteCount>();
  for (const { summary } of logs) {
    for (const [minute, { requests, errors }] of summary.minutes) {
      const known = minutes.get(minute);
      minutes.set(minute, { requests: requests + (known?.requests ?? 0), errors: errors + (known?.errors ?? 0) });
    }
  }
  const sum = (pick: (summary: LogSummary) => number) => logs.reduce((total, { summary }) => total + pick(summary), 0);
  return { lines: sum(({ lines }) => lines), bad: sum(({ bad }) => bad), problems: [], minutes };
}
