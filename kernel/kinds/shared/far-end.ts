import type { Moment } from "../../terms/grammar.ts";
import { type Stated, values } from "../../terms/stated.ts";

/** Whether a moment is told from the contract's end, which is not known before it is announced. */
export function waitsForEnd(moment: Stated<Moment> | undefined): boolean {
  return moment !== undefined && [...values(moment)].some(({ figure }) => figure.is === "value" && figure.value.anchor === "contract end");
}
