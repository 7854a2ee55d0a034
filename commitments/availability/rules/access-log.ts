import { type Flaw, type FlawReason, findStatus, findTimestamp } from "./log-line.ts";
import { minuteOfTimestamp, sameMinute, timestampLength } from "./log-timestamp.ts";

/** What was served in one minute. `errors` are the requests answered with a status from 500 to 599. */
export interface MinuteCount {
  requests: number;
  errors: number;
}

/** A line that could not be read. Line and column count from 1; the column counts bytes. */
export interface LogProblem {
  readonly line: number;
  readonly column: number;
  readonly reason: FlawReason;
}

/** `lines` counts every line, `bad` those that could not be read; `problems` tells the first 20. `minutes` is by UTC epoch minute. */
export interface LogSummary {
  readonly lines: number;
  readonly bad: number;
  readonly problems: readonly LogProblem[];
  readonly minutes: ReadonlyMap<number, Readonly<MinuteCount>>;
}

export interface LogReader {
  /** The next bytes of the log, cut anywhere. They are not kept. */
  push(chunk: Uint8Array): void;
  /** The summary of all that was pushed; a last line needs no newline. Call once. */
  end(): LogSummary;
}

/** Only this many bytes of a line are looked at, and at most this many held between chunks. */
export const longestLine = 65_536;

const reported = 20;
const newline = 10;
const carriageReturn = 13;

/**
 * Reads an access log in Apache's and nginx's common or combined format, as bytes: fields may hold invalid UTF-8.
 * Lines may come in any order. Never throws: a bad line is counted and told, the good ones are kept.
 */
export function createLogReader(): LogReader {
  const minutes = new Map<number, MinuteCount>();
  const problems: LogProblem[] = [];
  let lines = 0;
  let bad = 0;

  // The start of a line whose end has not come yet. `heldLength` goes on counting when the room is full.
  const held = new Uint8Array(longestLine + 1);
  let heldLength = 0;

  // Successive lines are mostly of the same minute: its bytes are compared instead of read again.
  const lastTimestamp = new Uint8Array(timestampLength);
  let lastMinute: number | undefined;

  function push(chunk: Uint8Array): void {
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      if (heldLength === 0) takeLine(chunk, start, end);
      else {
        hold(chunk, start, end);
        takeHeld();
      }
      start = end + 1;
    }
    hold(chunk, start, chunk.length);
  }

  function end(): LogSummary {
    if (heldLength > 0) takeHeld();
    return { lines, bad, problems, minutes };
  }

  function hold(chunk: Uint8Array, start: number, end: number): void {
    const room = Math.max(0, held.length - heldLength);
    if (room > 0 && start < end) held.set(chunk.subarray(start, Math.min(end, start + room)), heldLength);
    heldLength += end - start;
  }

  function takeHeld(): void {
    takeLine(held, 0, heldLength);
    heldLength = 0;
  }

  function takeLine(bytes: Uint8Array, start: number, newlineAt: number): void {
    const end = newlineAt > start && bytes[newlineAt - 1] === carriageReturn ? newlineAt - 1 : newlineAt;
    const tooLong = end - start > longestLine;
    const flaw = count(bytes, start, tooLong ? start + longestLine : end);
    lines += 1;
    if (flaw === undefined) return;
    bad += 1;
    if (problems.length < reported)
      problems.push({ line: lines, column: flaw.at - start + 1, reason: tooLong ? "line too long" : flaw.reason });
  }

  function count(bytes: Uint8Array, start: number, end: number): Flaw | undefined {
    const at = findTimestamp(bytes, start, end);
    if (typeof at !== "number") return at;
    const minute = minuteAt(bytes, at);
    if (minute === undefined) return { at: at + 1, reason: "impossible date" };
    const status = findStatus(bytes, at + timestampLength, end);
    if (typeof status !== "number") return status;
    const counted = countOf(minute);
    counted.requests += 1;
    if (status >= 500) counted.errors += 1;
    return undefined;
  }

  function minuteAt(bytes: Uint8Array, at: number): number | undefined {
    if (lastMinute !== undefined && sameMinute(bytes, at, lastTimestamp, 0)) return lastMinute;
    const minute = minuteOfTimestamp(bytes, at);
    if (minute === undefined) return undefined;
    lastTimestamp.set(bytes.subarray(at, at + timestampLength));
    lastMinute = minute;
    return minute;
  }

  function countOf(minute: number): MinuteCount {
    let counted = minutes.get(minute);
    if (counted === undefined) {
      counted = { requests: 0, errors: 0 };
      minutes.set(minute, counted);
    }
    return counted;
  }

  return { push, end };
}
