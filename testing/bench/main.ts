import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { measureAppends } from "./appends.ts";
import { measureClock } from "./clock.ts";
import { measureConsole } from "./console.ts";
import { measureEvidence } from "./evidence.ts";
import { measureGrowing } from "./growing.ts";
import { measureKills } from "./kills.ts";
import { measureLives } from "./lives.ts";
import { measureLogs } from "./logs.ts";
import { type Row, table } from "./measure.ts";
import { measureReads } from "./reads.ts";
import { measureServing } from "./serving.ts";
import { measureStarts } from "./starts.ts";
import { measureTimelines } from "./timelines.ts";

// npm run bench -- [--lives 10000] [--only starts,lives]: how fast, measured on this machine. Without --only, everything.

const all = "starts,serving,timelines,logs,evidence,appends,growing,clock,reads,console,kills,lives";
const { values } = parseArgs({
  options: { lives: { type: "string", default: "10000" }, only: { type: "string", default: all } },
});
const lives = Number(values.lives);
const only = new Set(values.only.split(","));
if (!Number.isInteger(lives) || lives < 1) {
  process.stderr.write(`--lives ${values.lives}: not a whole number above 0\n`);
  process.exit(2);
}

const [cpu] = cpus();
process.stdout.write(
  `${cpu?.model ?? "unknown processor"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${process.platform}-${process.arch}\n\n`,
);
if (only.has("starts")) show(measureStarts());
if (only.has("timelines")) show(measureTimelines());
if (only.has("logs")) show(measureLogs());
if (only.has("evidence")) show(measureEvidence());
if (only.has("serving")) show(await measureServing());
if (only.has("appends")) show(await measureAppends());
if (only.has("growing")) show(await measureGrowing());
if (only.has("clock")) show(await measureClock());
if (only.has("reads")) show(await measureReads());
if (only.has("console")) show(await measureConsole());
if (only.has("kills")) show(await measureKills());
if (only.has("lives")) show(await measureLives(lives, progress));

function show(rows: readonly Row[]): void {
  process.stdout.write(`${table(rows)}\n\n`);
}

function progress(done: number, rate: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${lives} lives, ${rate.toFixed(1)} a second${done >= lives ? "\n" : " "}`);
}
