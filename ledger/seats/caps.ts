import type { Item } from "#kernel/engine/item.ts";
import type { Limit } from "#kernel/kinds/limit/keys.ts";
import type { Right } from "#kernel/kinds/right.ts";
import type { Clause } from "#kernel/terms/clause.ts";
import type { Contract } from "#kernel/terms/contract.ts";

/** A cap on how many are held at once: seats, licences, machines. */
export interface Cap {
  clause: Clause<Limit>;
  /** What takes one, and what gives it back. */
  plus: string;
  minus: string;
}

/** The clauses of a contract that say how many may be held at once, in document order. */
export function capsOf({ clauses }: Pick<Contract, "clauses">): Cap[] {
  return clauses.flatMap((one): Cap[] => {
    const clause = one as Clause<Limit>;
    if (clause.kind !== "limit" || clause.measure?.is !== "held" || clause.atMost === undefined) return [];
    return [{ clause, plus: clause.measure.plus, minus: clause.measure.minus }];
  });
}

/** The right by whose use a cap grows; undefined where it takes an amendment. */
export function increaseOf({ clauses }: Pick<Contract, "clauses">, cap: string): Clause<Right> | undefined {
  return rightsAmong(clauses).find(({ then }) => then?.some((effect) => effect.do === "set" && effect.address === `${cap}.at-most`));
}

/** The right to dispute what another right's use has brought. */
export function disputeOf({ clauses }: Pick<Contract, "clauses">, increase: string): Clause<Right> | undefined {
  return rightsAmong(clauses).find(({ when }) => when?.includes(`${increase}.used`));
}

/** The duties that use beyond a cap opens: to put it right. */
export function mendsOf({ clauses }: Pick<Contract, "clauses">, cap: string): readonly Clause[] {
  return clauses.filter((clause) => (clause as { when?: readonly string[] }).when?.includes(`${cap}.exceeded`));
}

function rightsAmong(clauses: readonly Clause[]): Clause<Right>[] {
  return clauses.filter((clause): clause is Clause<Right> => clause.kind === "right");
}

/** Whether an item still waits for somebody. */
export function stillOpen({ state }: Pick<Item, "state">): boolean {
  return state === "open" || state === "pending" || state === "paused" || state === "missed";
}
