import { compose } from "#kernel/terms/compose.ts";
import type { Contract } from "#kernel/terms/contract.ts";
import { type Hearing, hearingOf } from "./hearing.ts";
import { library } from "#testing/library.ts";
import { combinations, orderForm } from "./order.ts";
import { openRandom } from "./random.ts";

/** A contract signed at random, and what it hears. */
export interface Signed {
  contract: Contract;
  hearing: Hearing;
  /** The year in which its life begins. */
  year: number;
}

/** Composing costs more than living: this many contracts serve all lives. */
export const CONTRACTS = combinations.length * 8;

const signed = new Map<number, Signed>();

/** The nth contract, composed on first use. Throws where the composition has problems: lives are about good terms. */
export function contractNumber(n: number): Signed {
  const known = signed.get(n);
  if (known) return known;
  const random = openRandom(n + 1_000_003);
  const year = random.between(2018, 2026);
  const contract = compose(library, orderForm(random, combinations[n % combinations.length]!, year));
  if (contract.problems.length > 0)
    throw new Error(`contract ${n}: ${contract.problems.map(({ code, args }) => `${code} ${JSON.stringify(args)}`).join("; ")}`);
  const fresh = { contract, hearing: hearingOf(contract), year };
  signed.set(n, fresh);
  return fresh;
}
