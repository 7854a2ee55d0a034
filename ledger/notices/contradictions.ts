import type { Fact } from "#kernel/engine/fact.ts";
import { isClosed, type Item } from "#kernel/engine/item.ts";
import { identityOf, type Life, live, liveUntil, openLife } from "#kernel/engine/life.ts";
import type { Moved } from "#kernel/engine/step.ts";
import { grownAt } from "#kernel/engine/standing.ts";
import type { Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import { readLife } from "../facts/fact-rows.ts";
import type { Fold } from "../fold/folds.ts";
import { readCheckpoint } from "../fold/load.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { announcedRows, meant } from "./announced-rows.ts";
import { type Announcement, CONTRADICTED, readAnnouncements } from "./announcements.ts";
import { isSo, saidOf } from "./said.ts";

/**
 * The announcements that a restatement proves wrong, as facts to be told: those from the instant on which the life was lived again, whose
 * words are not what now stands for their own instant. What followed since does not count: a duty announced open and kept later was open.
 * Each is told once. The fold is the restated one, and its revision is written.
 */
export async function contradictions(
  transaction: Transaction,
  ledger: Ledger,
  name: ContractName,
  fold: Fold,
  from: Instant,
): Promise<Omit<Fact, "recorded">[]> {
  const standing = (await readAnnouncements(transaction, name))
    .filter(({ fact, contradicted, corrected }) => fact.occurred >= from && !contradicted && !corrected)
    .toSorted((a, b) => a.fact.occurred - b.fact.occurred);
  if (standing.length === 0) return [];
  const now = await walk(transaction, ledger, name, fold, standing);
  const occurred = Math.max(ledger.now(), fold.recorded);
  return standing.flatMap(({ position, fact }, index) => {
    const item = now[index];
    if (item && isSo(fact.fields, item)) return [];
    const { item: announced = "", to = "" } = fact.fields;
    const reads = item ? { ...saidOf(item) } : {};
    return {
      source: "tenu",
      id: `contradicted-${position}-${fold.revision}`,
      kind: CONTRADICTED,
      subject: fact.subject,
      by: "provider",
      occurred,
      fields: { item: announced, to, revision: String(fold.revision), ...reads },
    };
  });
}

/** The item of each announcement as it stood at the announcement's own instant, as now known; in order of those instants. */
async function walk(
  transaction: Transaction,
  ledger: Ledger,
  name: ContractName,
  { contract, changes }: Fold,
  announcements: readonly Announcement[],
): Promise<(Item | undefined)[]> {
  const rows = await announcedRows(transaction, name, announcements);
  const base = await readCheckpoint(transaction, name, announcements[0]!.fact.occurred);
  const facts = await readLife(transaction, name, base?.rests, changes);
  const life = openLife(contract, ledger.references, base?.checkpoint);
  const closed = new Map<string, Item>();
  const hear = (moved: readonly Moved[]) => moved.forEach(({ item }) => isClosed(item) && closed.set(identityOf(item), item));
  let next = 0;
  return announcements.map(({ fact: { occurred, fields } }) => {
    while (facts[next] && facts[next]!.occurred <= occurred) hear(live(life, facts[next++]!));
    hear(liveUntil(life, occurred));
    const body = meant(rows, fields)?.body;
    if (!body) return undefined;
    const identity = identityOf(body);
    const open = openItems(life).find((item) => identityOf(item) === identity);
    // What closed before the checkpoint is in no life any more, and was not touched.
    const before = isClosed(body) && body.opened <= occurred && (body.closed ?? body.done ?? body.opened) <= (base?.rests ?? -Infinity);
    const found = open ?? closed.get(identity) ?? (before ? body : undefined);
    return found && grownAt(life, found, occurred);
  });
}

function openItems({ state }: Life): Item[] {
  return Object.values(state.items).flatMap((slots) => Object.values(slots).flat());
}
