import { indexed } from "./composing/indexed.ts";
import { concerned, supplied } from "./composing/law.ts";
import { overrideAll } from "./composing/overrides.ts";
import { checkReadings } from "./composing/readings.ts";
import { byRank, rankOrder, setAside } from "./composing/ranks.ts";
import { typed } from "./composing/typed.ts";
import type { Change, Contract, Decision, Library, Particulars } from "./contract.ts";
import { nearest, type Problem, problem } from "./problem.ts";

/** A contract on one page: exact documents of the library, highest rank first, under its particulars. */
export function compose(library: Library, particulars: Particulars): Contract {
  return composed(library, particulars, particulars.readings);
}

/** `chosen` are the readings that answer for themselves: what an earlier version took is not asked again. */
function composed(library: Library, particulars: Particulars, chosen: Particulars["readings"]): Contract {
  const problems: Problem[] = [];
  const decisions: Decision[] = [];
  const documents = particulars.documents.flatMap((id) => {
    const document = library.documents.get(id);
    if (document) return [document];
    const near = nearest(id, library.documents.keys());
    problems.push(
      problem(
        "document-unknown",
        { file: particulars.contract, line: 1, column: 1 },
        { document: id, ...(near !== undefined && { near }) },
      ),
    );
    return [];
  });
  for (const document of documents) problems.push(...document.problems);
  checkReadings(chosen, documents, particulars, library.kinds, problems);
  const ranked = byRank(documents, rankOrder(documents, particulars));
  const kept = supplied(concerned(setAside(ranked, decisions), particulars), library.kinds, decisions);
  const overridden = overrideAll(kept, ranked, particulars, library.kinds, decisions, problems);
  const clauses = overridden.flatMap((written) => typed(written, particulars, library.kinds, problems));
  return indexed({ library, particulars, documents: ranked.documents, clauses, decisions, problems });
}

/** The contract after an amendment: same library, changed particulars, documents attached or detached. */
export function amend(contract: Contract, change: Change): Contract {
  const { particulars } = contract;
  const gone = new Set(change.detaches ?? []);
  const amended = {
    ...particulars,
    documents: [
      ...particulars.documents.filter((id) => !gone.has(id)),
      ...(change.attaches ?? []).filter((id) => !particulars.documents.includes(id)),
    ],
    figures: {
      ...particulars.figures,
      ...Object.fromEntries(Object.entries(change.figures ?? {}).map(([key, value]) => [key, { amended: value }])),
    },
    readings: { ...particulars.readings, ...change.readings },
  };
  return composed(contract.library, amended, change.readings ?? {});
}
