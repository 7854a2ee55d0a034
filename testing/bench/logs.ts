import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLogReader } from "#commitments/availability/rules/access-log.ts";
import { openRandom } from "#testing/lives/random.ts";
import { count, median, type Row, times } from "./measure.ts";

const LINES = 500_000;
const CHUNK = 65_536;

/** Reading access logs: a generated one and, where it is at hand, the real one of the project's data. */
export function measureLogs(): Row[] {
  const real = join(import.meta.dirname, "../../../shared/data/apache_access.log");
  const rows = [row("access log, generated", generated())];
  return existsSync(real) ? [...rows, row("access log, real (10,000 lines, read 20 times)", repeated(readFileSync(real), 20))] : rows;
}

function row(what: string, bytes: Uint8Array): Row {
  let lines = 0;
  const seconds = median(times(5, () => (lines = read(bytes)))) / 1000;
  return { what: `${what}: lines a second`, measured: count(lines / seconds), aim: "≥ 500,000", reached: lines / seconds >= 500_000 };
}

function read(bytes: Uint8Array): number {
  const reader = createLogReader();
  for (let at = 0; at < bytes.length; at += CHUNK) reader.push(bytes.subarray(at, at + CHUNK));
  return reader.end().lines;
}

function generated(): Uint8Array {
  const random = openRandom(9);
  const two = (n: number) => String(n).padStart(2, "0");
  const lines = Array.from({ length: LINES }, (_, n) => {
    const second = Math.floor(n / 6);
    const time = `${two(1 + Math.floor(second / 86_400))}/Mar/2025:${two(Math.floor(second / 3600) % 24)}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)} +0100`;
    return `203.0.113.${random.below(256)} - - [${time}] "GET /signatures/${random.below(9000)}.png HTTP/1.1" ${random.chance(0.001) ? 502 : 200} ${random.below(90_000)} "https://customer.example/inbox" "Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0"\n`;
  });
  return new TextEncoder().encode(lines.join(""));
}

function repeated(bytes: Uint8Array, often: number): Uint8Array {
  const all = new Uint8Array(bytes.length * often);
  for (let n = 0; n < often; n += 1) all.set(bytes, n * bytes.length);
  return all;
}
