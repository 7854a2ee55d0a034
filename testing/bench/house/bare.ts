import { parentPort, workerData } from "node:worker_threads";
import { connect } from "#platform/database/connect.ts";
import { type Column, statement } from "./bare-statement.ts";
import type { Written } from "./written.ts";
import type { Sent } from "./sent.ts";

// A worker: writes the rows of revisions into tables of the same shape, one prepared statement and one commit a revision, and nothing else.

const { url, columns, written, connections, single } = workerData as {
  url: string;
  columns: Record<"fact" | "revision" | "item", Column[]>;
  written: Written[];
  connections: number;
  single: boolean;
};
const pool = connect(url, "bare", connections);
const text = statement(columns, single);
const clients = await Promise.all(Array.from({ length: connections }, () => pool.connect()));
const times: number[] = [];
let next = 0;
let facts = 0;
const begun = performance.now();
await Promise.all(
  clients.map(async (client) => {
    while (next < written.length) {
      const one = written[next]!;
      next += 1;
      const sent = performance.now();
      await client.query({ name: "bare", text, values: valuesOf(one) });
      times.push(performance.now() - sent);
      facts += one.facts.length;
    }
  }),
);
const seconds = (performance.now() - begun) / 1000;
for (const client of clients) client.release();
await pool.end();
parentPort!.postMessage({ facts, seconds, times } satisfies Sent);

function valuesOf({ facts: rows, revision, items, replaced, head }: Written): unknown[] {
  return [
    ...(single ? rows[0]! : turned(rows, columns.fact.length)),
    ...revision,
    ...turned(items, columns.item.length),
    ...turned(replaced, 2),
    ...head,
  ];
}

/** Rows as columns. */
function turned(rows: readonly (string | null)[][], width: number): (string | null)[][] {
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column]!));
}
