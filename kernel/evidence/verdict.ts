import { Misread } from "../terms/problem.ts";

/** What is looked at, in this order. */
export type CheckName =
  | "format"
  | "documents"
  | "signature"
  | "cosignatures"
  | "entries"
  | "indexes"
  | "root"
  | "earlier"
  | "statement"
  | "item";

/** How one look at a pack came out. Only `ok` says that something holds; `skipped` and `partial` say in their code why not all of it. */
export interface Check {
  check: CheckName;
  state: "ok" | "partial" | "skipped";
  code: string;
  args: Readonly<Record<string, string>>;
}

/** Where in a pack, or beside it: `entry` by its index, `document` by its id, `earlier`, a checkpoint kept from before, by its size. */
export interface PackPlace {
  part: "pack" | "document" | "checkpoint" | "earlier" | "entry" | "leaves" | "statement" | "item";
  name?: string;
}

/** The first thing that does not hold. Words are made at the edge, from code and args (`kernel/words/evidence.ts`). */
export interface Fault {
  check: CheckName;
  place: PackPlace;
  code: string;
  args: Readonly<Record<string, string>>;
  expected?: string;
  got?: string;
}

/** `checks` are those that came out well, before any fault. */
export type Verdict = { ok: true; checks: readonly Check[] } | ({ ok: false; checks: readonly Check[] } & Fault);

/** Thrown by a check at what does not hold. */
export class Unsound extends Error {
  readonly fault: Omit<Fault, "check">;
  constructor(fault: Omit<Fault, "check">) {
    super(`${fault.place.part} ${fault.place.name ?? ""} ${fault.code}`);
    this.fault = fault;
  }
}

/** Does something at a place: what cannot be read there does not hold there. */
export function at<T>(place: PackPlace, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Misread)) throw error;
    const { expected, got } = error.args;
    throw new Unsound({
      place,
      code: error.code,
      args: error.args,
      ...(expected !== undefined && { expected }),
      ...(got !== undefined && { got }),
    });
  }
}

/** Holds where two texts are one. */
export function same(place: PackPlace, code: string, expected: string, got: string, args: Record<string, string> = {}): void {
  if (expected !== got) throw new Unsound({ place, code, args: { ...args, expected, got }, expected, got });
}
