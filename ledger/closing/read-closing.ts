import type { Item } from "#kernel/engine/item.ts";
import { textOf } from "#kernel/engine/item.ts";
import type { Right } from "#kernel/kinds/right.ts";
import type { Clause } from "#kernel/terms/clause.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import type { Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import { type Counted, readOfKinds } from "../facts/of-kinds.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { type IfTold, ifTold } from "../standing/if-told.ts";
import { openItemsOf, presentOf } from "../standing/present.ts";

const CLOSED = "account.closed";
const CHOSEN = "data.choice";

/** How a customer's account closes: what closing would do, or what it did; and what becomes of the data. */
export interface Closing {
  contract: Contract;
  phase: string;
  /** The end that is announced, or was reached. */
  ends?: Instant;
  /** The right to end the contract by closing the account; none where the contract gives no such right. */
  right?: { clause: Clause<Right>; open: boolean };
  /** What closing it now would do. */
  would?: Pick<IfTold, "outcome" | "ends"> & { refusal?: Item };
  closed?: Counted;
  /** The choice of what becomes of the data, and whether it is open; none where the contract gives none. */
  choice?: { clause: Clause<Right>; open?: Item };
  chosen?: { at: Instant; choice: string };
}

/** Reads how the account closes. What it would do is lived on a copy: nothing is recorded. Throws Unusable, BeyondCalendar. */
export async function readClosing(transaction: Transaction, ledger: Ledger, name: ContractName): Promise<Closing | undefined> {
  const present = await presentOf(transaction, ledger, name);
  if (!present) return undefined;
  const { contract } = present.world;
  const { ended, ends } = present.fold.life.state;
  const facts = (await readOfKinds(transaction, name, [CLOSED, CHOSEN])).filter(({ refused }) => !refused);
  const closed = facts.findLast(({ fact }) => fact.kind === CLOSED);
  const chosen = facts.findLast(({ fact }) => fact.kind === CHOSEN)?.fact;
  const open = (clause: Clause<Right>) => openItemsOf(present, clause.id).find(({ state }) => state === "open");
  // Law and terms may both give it: the one that is open now, else the one that stands first.
  const rightTo = (act: string) => {
    const rights = (contract.rights.get(act) ?? []) as readonly Clause<Right>[];
    return rights.find((clause) => open(clause) !== undefined) ?? rights[0];
  };
  const [exit, choice] = [rightTo(CLOSED), rightTo(CHOSEN)];
  const end = ended ?? ends?.at;
  return {
    contract,
    phase: present.head.phase,
    ...(end !== undefined && { ends: end }),
    ...(exit && { right: { clause: exit, open: open(exit) !== undefined } }),
    ...(exit && !closed && ended === undefined && { would: await wouldDo(transaction, ledger, name) }),
    ...(closed && { closed }),
    ...(choice && { choice: { clause: choice, ...openOf(open(choice)) } }),
    ...(chosen && { chosen: { at: chosen.occurred, choice: textOf(chosen.fields["choice"]) } }),
  };
}

function openOf(open: Item | undefined): { open?: Item } {
  return open ? { open } : {};
}

async function wouldDo(transaction: Transaction, ledger: Ledger, name: ContractName): Promise<NonNullable<Closing["would"]>> {
  const told = { source: "customer", id: "trial", kind: CLOSED, subject: "contract", by: "customer", occurred: ledger.now(), fields: {} };
  const { outcome, items, ends } = (await ifTold(transaction, ledger, name, told))!;
  const refusal = items.find(({ type }) => type === "refusal");
  return { outcome, ...(ends !== undefined && { ends }), ...(refusal && { refusal }) };
}
