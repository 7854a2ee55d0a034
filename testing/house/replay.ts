import { isDeepStrictEqual } from "node:util";
import { compareFacts } from "#kernel/engine/fact.ts";
import type { Item } from "#kernel/engine/item.ts";
import { run } from "#kernel/engine/run.ts";
import { append, emptyFrontier, frontierToBytes, leafHashOfText } from "#kernel/evidence/tree.ts";
import { entryFromText } from "#kernel/evidence/entry.ts";
import { recordedOf } from "#ledger/facts/fact-rows.ts";
import { readHead } from "#ledger/fold/head.ts";
import type { ContractName, Ledger } from "#ledger/ledger.ts";
import { reading } from "#platform/database/scope.ts";
import { rowsOf } from "./ledger.ts";

interface LogRow {
  position: number;
  entry: Buffer;
  leaf: Buffer;
}

/** What is wrong with a contract's rows: nothing, where they are those of a replay, and its log is the one its head says. */
export async function faultsIn(ledger: Ledger, name: ContractName): Promise<string[]> {
  return [...(await logFaults(ledger, name)), ...(await revisionFaults(ledger, name)), ...(await rowFaults(ledger, name))];
}

/** Each leaf is its entry's, entries follow one another, and together they have the head's root. */
export async function logFaults(ledger: Ledger, name: ContractName): Promise<string[]> {
  const { head, rows } = await reading(ledger.database, [name.tenant], async (transaction) => ({
    head: (await readHead(transaction, name))!,
    rows: await transaction.rows<LogRow>({
      text: "select position, entry, leaf from ledger.fact where contract_id = $1 order by position",
      values: [name.contract],
    }),
  }));
  const faults: string[] = [];
  let frontier = emptyFrontier;
  for (const [index, { position, entry, leaf }] of rows.entries()) {
    const hash = leafHashOfText(entry.toString("utf8"));
    const read = entryFromText(entry.toString("utf8"));
    if (position !== index) faults.push(`entry ${index} is at ${position}`);
    if (read.index !== position || read.contract !== name.contract)
      faults.push(`entry ${index} says it is ${read.index} of ${read.contract}`);
    if (!Buffer.from(hash).equals(leaf)) faults.push(`leaf ${index} is not its entry's`);
    frontier = append(frontier, hash);
  }
  if (rows.length !== head.facts) faults.push(`the head says ${head.facts} facts, there are ${rows.length}`);
  if (rows.length > 0 && !Buffer.from(frontierToBytes(frontier)).equals(head.frontier)) faults.push("the head's root is not the log's");
  return faults;
}

/** Revisions follow one another up to the head's, each made once, and none has fewer facts than the one before. */
export async function revisionFaults(ledger: Ledger, name: ContractName): Promise<string[]> {
  const { head, rows } = await reading(ledger.database, [name.tenant], async (transaction) => ({
    head: (await readHead(transaction, name))!,
    rows: await transaction.rows<{ revision: number; facts: number }>({
      text: "select revision, facts from ledger.revision where contract_id = $1 order by revision",
      values: [name.contract],
    }),
  }));
  const faults = rows.flatMap(({ revision }, index) => (revision === index + 1 ? [] : [`revision ${index + 1} is ${revision}`]));
  if (head.revision !== rows.length) faults.push(`the head is at revision ${head.revision} of ${rows.length}`);
  if (rows.some(({ facts }, index) => facts < (rows[index - 1]?.facts ?? 0))) faults.push("a revision lost facts");
  return faults;
}

/** Items, by name, that the rows and a replay of the log up to where the head rests do not agree on. */
export async function rowFaults(ledger: Ledger, name: ContractName): Promise<string[]> {
  const { head, facts, contract } = await reading(ledger.database, [name.tenant], async (transaction) => {
    const at = (await readHead(transaction, name))!;
    const entries = await transaction.rows<LogRow>({
      text: "select position, entry from ledger.fact where contract_id = $1 order by position",
      values: [name.contract],
    });
    return {
      head: at,
      facts: entries.map((row) => recordedOf(row).fact).toSorted(compareFacts),
      contract: await ledger.compositions.open(transaction, at.particulars, at.documents),
    };
  });
  const rows = await rowsOf(ledger, name);
  if (head.rests === null) return rows.size === 0 ? [] : ["a contract of which nothing was told has items"];
  const standing = run(contract, facts, ledger.references, { at: head.rests, knownAt: Infinity });
  const replayed = new Map(standing.items.map((item) => [item.id, said(item)]));
  const written = new Map([...rows].map(([id, body]) => [id, said(body as unknown as Item)]));
  const names = new Set([...replayed.keys(), ...written.keys()]);
  return [...names]
    .filter((id) => !isDeepStrictEqual(replayed.get(id), written.get(id)))
    .map((id) => `${id}: rows ${JSON.stringify(written.get(id))}, replay ${JSON.stringify(replayed.get(id))}`);
}

/** An item without its labels, and without what grows by itself: that is worked out when it is read. */
function said(item: Item): unknown {
  const { id: _, document: __, article: ___, ...body } = item as Item & { id?: string; document?: string; article?: string };
  const { figure, paid, reason, ...rest } = body;
  const growing = rest.state === "accruing" || rest.state === "unknown";
  return JSON.parse(JSON.stringify(growing ? { ...rest, state: "growing" } : { ...rest, figure, paid, reason }));
}
