import type { Item, Json, Reason } from "#kernel/engine/item.ts";
import { mostAllowed } from "#kernel/kinds/limit/measure.ts";
import type { Right } from "#kernel/kinds/right.ts";
import type { Fraction } from "#kernel/money/fraction.ts";
import type { Clause } from "#kernel/terms/clause.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import type { Instant } from "#kernel/time/instant.ts";
import type { Transaction } from "#platform/database/scope.ts";
import { readOfKinds } from "../facts/of-kinds.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { openItemsOf, type Present, presentOf } from "../standing/present.ts";
import { type Cap, capsOf, disputeOf, increaseOf, mendsOf, stillOpen } from "./caps.ts";
import { type Holder, holdersOf } from "./holders.ts";
import { type Notice, noticesOf } from "./notices.ts";

/** How many are held under a cap, of how many, and what can be done about it. */
export interface CapHeld {
  cap: Cap;
  /** The figure in force now; absent where it cannot be known, and why. */
  most?: Fraction;
  unknown?: Reason;
  holders: readonly Holder[];
  /** What use beyond the cap has opened, and waits to be put right. */
  mends: readonly { item: Item; clause: Clause }[];
  increase?: Clause<Right>;
  notices: readonly NoticeOpen[];
}

/** A notice, with the right to dispute it while that stands. */
export type NoticeOpen = Notice & { dispute?: { clause: Clause<Right>; until?: Instant } };

export interface Seats {
  at: Instant;
  phase: string;
  contract: Contract;
  caps: readonly CapHeld[];
}

/** Who holds what now, under which caps: as the clauses have measured it, the whole group together. */
export async function readSeats(transaction: Transaction, ledger: Ledger, name: ContractName): Promise<Seats | undefined> {
  const present = await presentOf(transaction, ledger, name);
  if (!present) return undefined;
  const { contract } = present.world;
  const caps = [];
  for (const cap of capsOf(contract)) caps.push(await readCap(transaction, name, present, cap));
  return { at: ledger.now(), phase: present.head.phase, contract, caps };
}

async function readCap(transaction: Transaction, name: ContractName, present: Present, cap: Cap): Promise<CapHeld> {
  const { contract } = present.world;
  const increase = increaseOf(contract, cap.clause.id);
  const dispute = increase && disputeOf(contract, increase.id);
  const kinds = { notice: increase?.usedBy ?? [], dispute: dispute?.usedBy ?? [], addressedTo: increase?.addressedTo ?? [] };
  const facts = await readOfKinds(transaction, name, [cap.plus, cap.minus, ...kinds.notice, ...kinds.dispute]);
  const held = present.fold.life.state.subjects[cap.clause.id] ?? {};
  return {
    cap,
    ...mostOf(present, cap),
    holders: holdersOf(cap, held as Record<string, Json>, facts),
    mends: mendsOf(contract, cap.clause.id).flatMap((clause) =>
      openItemsOf(present, clause.id)
        .filter(stillOpen)
        .map((item) => ({ item, clause })),
    ),
    ...(increase && { increase }),
    notices: noticesOf(facts, kinds).map((notice) => ({ ...notice, ...openDispute(present, dispute, notice) })),
  };
}

function mostOf({ step }: Present, { clause }: Cap): Pick<CapHeld, "most" | "unknown"> {
  const found = mostAllowed(step, clause, {
    name: "",
    subject: "contract",
    at: step.at,
    fields: {},
    because: { facts: [], clauses: [] },
    depth: 0,
  });
  if ("missing" in found) return { unknown: { code: `figure-${found.missing}`, args: { figure: "at-most", path: found.path.join(".") } } };
  return { most: found.most };
}

function openDispute(present: Present, clause: Clause<Right> | undefined, notice: Notice): Pick<NoticeOpen, "dispute"> {
  const { subject, refused, disputed, missed } = notice;
  if (!clause || refused || disputed || missed.length > 0) return {};
  const item = openItemsOf(present, clause.id).find((one) => (one.subject === subject || one.whole) && one.state === "open");
  return item ? { dispute: { clause, ...(item.until !== undefined && { until: item.until }) } } : {};
}
