import { AsyncLocalStorage } from "node:async_hooks";
import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import { type Logger, pino } from "pino";
import { readableLine } from "./readable-line.ts";
import { redacted, scrubbed, tellError } from "./redaction.ts";

type Level = "debug" | "info" | "warn" | "error";
type Said = Record<string, unknown>;

/** Each level takes the words, or things to say beside and then the words: `log.warn({ contract }, "no terms")`. */
export interface Log extends Record<Level, { (words: string): void; (said: Said, words: string): void }> {
  /** A log that repeats these things on each line. */
  child(said: Said): Log;
}

export interface LogOptions {
  level: Level;
  now: () => Instant;
  /** Takes each line, its end included; standard output when absent. */
  write?: (line: string) => void;
  /** Lines for people instead of JSON; when absent, only where standard output is a terminal. */
  readable?: boolean;
}

const request = new AsyncLocalStorage<string>();

/**
 * A log of JSON lines: `level`, `time` (ISO 8601, UTC), `msg`, and whatever is said beside, without secrets and personal text
 * (see redaction.ts). Within `withRequestId` each line also has `requestId`. An error goes under `err`.
 */
export function openLog({ level, now, write = toStdout, readable = process.stdout.isTTY }: LogOptions): Log {
  const coloured = readable && (process.env["NO_COLOR"] ?? "") === "";
  const logger = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${formatInstant(now())}"`,
      mixin: () => {
        const id = request.getStore();
        return id === undefined ? {} : { requestId: id };
      },
      formatters: { level: (label) => ({ level: label }), log: redacted },
      serializers: { err: tellError },
    },
    { write: (line: string) => write(readable ? readableLine(scrubbed(line), coloured) : scrubbed(line)) },
  );
  return logOf(logger);
}

/** Does the work with this id on every line that it logs, whatever it awaits. */
export function withRequestId<T>(id: string, work: () => T): T {
  return request.run(id, work);
}

/** The id of the request that is being answered. */
export function requestId(): string | undefined {
  return request.getStore();
}

/** Ours in place of pino's own, which would not redact what a child repeats. */
function logOf(logger: Logger): Log {
  const at = (level: Level) => (said: Said | string, words?: string) =>
    typeof said === "string" ? logger[level](said) : logger[level](said, words);
  return {
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
    child: (said) => logOf(logger.child(redacted(said))),
  };
}

function toStdout(line: string): void {
  process.stdout.write(line);
}
