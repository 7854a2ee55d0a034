import { run } from "../../engine/run.ts";
import { ENGINE_EDITION, type Standing } from "../../engine/standing.ts";
import type { References } from "../../references.ts";
import { compose } from "../../terms/compose.ts";
import type { Contract, Library } from "../../terms/contract.ts";
import type { Document } from "../../terms/read.ts";
import type { Instant } from "../../time/instant.ts";
import type { Entry } from "../entry.ts";
import type { Pack } from "../pack.ts";
import { type PackPlace, Unsound } from "../verdict.ts";

/** What computes here: clauses, facts and references, as this program knows them. */
export interface Means {
  library: Pick<Library, "factKinds" | "kinds">;
  /** With `digestOf` their raw data. */
  references: { data: References; digest: string };
}

/** Why nothing can be recomputed here: another engine or other references than when it was stated. Undefined where it can. */
export function otherEdition(
  engine: string,
  { references }: Pack,
  means: Means,
): { code: string; args: Record<string, string> } | undefined {
  if (engine !== ENGINE_EDITION) return { code: "engine-differs", args: { here: ENGINE_EDITION, there: engine } };
  const { data, digest } = means.references;
  if (references.digest === digest && references.edition === data.edition) return undefined;
  return { code: "references-differ", args: { here: `${data.edition} ${digest}`, there: `${references.edition} ${references.digest}` } };
}

/** The contract of a pack. What an amendment attaches must be in the pack as well. */
export function composed({ particulars }: Pack, documents: ReadonlyMap<string, Document>, { library }: Means): Contract {
  const contract = compose({ ...library, documents }, particulars);
  const [problem] = contract.problems;
  if (problem) {
    const { file, line, column } = problem.place;
    throw new Unsound({
      place: { part: "document", name: file.replace(/\.md$/, "") },
      code: "terms-unusable",
      args: { ...problem.args, problem: problem.code, where: `${file}:${line}:${column}` },
    });
  }
  return contract;
}

/** The standing that follows from terms and entries. */
export function recomputed(
  place: PackPlace,
  contract: Contract,
  entries: readonly Entry[],
  { references }: Means,
  moment: { at: Instant; knownAt: Instant },
): Standing {
  try {
    return run(
      contract,
      entries.map(({ fact }) => fact),
      references.data,
      moment,
    );
  } catch (error) {
    throw new Unsound({ place, code: "not-computable-again", args: { message: error instanceof Error ? error.message : String(error) } });
  }
}
