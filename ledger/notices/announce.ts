import { Contradiction } from "#kernel/engine/effective.ts";
import type { Fact } from "#kernel/engine/fact.ts";
import { type Item, textOf } from "#kernel/engine/item.ts";
import { grownAt } from "#kernel/engine/standing.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import { scoped, type Transaction } from "#platform/database/scope.ts";
import { turn } from "../clock/tick.ts";
import { appendWithin, type Appended, NoSuchContract } from "../facts/append.ts";
import { readNamed } from "../facts/fact-rows.ts";
import { presentHead } from "../facts/present-head.ts";
import { readHead } from "../fold/head.ts";
import { loadFold } from "../fold/load.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { announcedRows, meant } from "./announced-rows.ts";
import { type Announcement, ANNOUNCED, CORRECTED, readAnnouncements } from "./announcements.ts";
import { type Said, saidOf } from "./said.ts";

/** What is to be announced: an item by its name, `clause/subject/number`, to a party. */
export interface Announcing {
  /** Who tells it: with the id, the announcement's name for ever. */
  source: string;
  id: string;
  item: string;
  to: string;
  /** How: `e-mail`, `letter`. */
  channel?: string;
}

export interface Announced {
  said: Said;
  /** Announcements that this one corrects, by their ids. */
  corrects: readonly string[];
  appended: Appended;
}

/** There is no item of that name. */
export class NoSuchItem extends Error {}

/**
 * Announces an item as it stands now: what is said of it becomes a fact, and earlier announcements of it to the same party that were
 * contradicted are thereby corrected. Told again under its name, it is found again, whatever has become of the item. Throws NoSuchContract,
 * NoSuchItem, and Contradiction where the name was taken by another announcement.
 */
export function announce(ledger: Ledger, name: ContractName, announcing: Announcing, statedBy: string): Promise<Announced> {
  return ledger.turns.take(name.contract, async () => {
    try {
      return await scoped(ledger.database, [name.tenant], (transaction) => announceWithin(transaction, ledger, name, announcing, statedBy));
    } catch (error) {
      ledger.folds.forget(name.contract);
      throw error;
    }
  });
}

async function announceWithin(
  transaction: Transaction,
  ledger: Ledger,
  name: ContractName,
  announcing: Announcing,
  statedBy: string,
): Promise<Announced> {
  const before = await presentHead(transaction, ledger, name);
  if (!before) throw new NoSuchContract();
  const known = (await readNamed(transaction, name, [announcing])).get(`${announcing.source}:${announcing.id}`);
  if (known) return again(announcing, known.fact, known.position, before);
  if (before.due !== null && before.due <= ledger.now()) await turn(transaction, ledger, name, ledger.now());
  const head = (await readHead(transaction, name))!;
  const fold = await loadFold(transaction, ledger, name, head);
  const occurred = Math.max(ledger.now(), fold.recorded);
  const open = (await readAnnouncements(transaction, name)).filter((one) => one.contradicted && !one.corrected);
  const rows = await announcedRows(transaction, name, [...open, { fact: { fields: { item: announcing.item } } }]);
  const row = meant(rows, { item: announcing.item });
  if (!row) throw new NoSuchItem(`${announcing.item} is no item of this contract.`);
  const item = grownAt(fold.life, row.body, occurred);
  const fact = announcementOf(announcing, item, occurred);
  const wrong = open.filter((one) => one.fact.fields["to"] === announcing.to && meant(rows, one.fact.fields) === row);
  const corrections = wrong.map((one) => correctionOf(one, fact));
  const appended = await appendWithin(transaction, ledger, name, [fact, ...corrections], statedBy);
  return { said: saidOf(item), corrects: wrong.map((one) => one.fact.subject), appended };
}

type Told = Omit<Fact, "recorded">;

function announcementOf({ source, id, item: named, to, channel }: Announcing, item: Item, occurred: number): Told {
  const fields = {
    item: named,
    to,
    opened: formatInstant(item.opened),
    ...(item.twin !== undefined && { twin: String(item.twin) }),
    ...saidOf(item),
    ...(channel !== undefined && { channel }),
  };
  return { source, id, kind: ANNOUNCED, subject: id, by: "provider", occurred, fields };
}

function correctionOf({ position, fact }: Announcement, by: Told): Told {
  const { to = "" } = fact.fields;
  return { ...by, id: `${by.id}-corrects-${position}`, kind: CORRECTED, subject: fact.subject, fields: { to, announcement: by.id } };
}

/** The announcement that was made under this name before. */
function again(announcing: Announcing, fact: Fact, position: number, { revision, facts }: { revision: number; facts: number }): Announced {
  const { item, to, channel, state, due, until, amount } = fact.fields;
  const same = fact.kind === ANNOUNCED && item === announcing.item && to === announcing.to && channel === announcing.channel;
  if (!same) {
    const { source, id, channel: by, ...rest } = announcing;
    const other = { ...fact, source, id, kind: ANNOUNCED, fields: { ...rest, ...(by !== undefined && { channel: by }) } };
    throw new Contradiction(fact, other);
  }
  const said = Object.fromEntries(
    Object.entries({ state, due, until, amount })
      .map(([key, value]) => [key, textOf(value)])
      .filter(([, value]) => value !== ""),
  );
  const appended = { revision, entries: [{ position, again: true }], size: facts, moved: [] };
  return { said: { state: "", ...said }, corrects: [], appended };
}
