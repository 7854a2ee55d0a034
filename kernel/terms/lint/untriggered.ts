import { elsewhere, nearEvent, openersOf } from "./events.ts";
import { onClause, onDocument } from "./finding.ts";
import { namesIn } from "./names.ts";
import { strandedBy } from "./precedence.ts";
import type { Check } from "./review.ts";

/** A clause that no fact and no other clause can ever open. What precedence emptied is told there. */
export const untriggered: Check = (review) => {
  const { contract, own, told } = review;
  const emptied = new Set(
    strandedBy(
      review,
      contract.decisions.flatMap(({ code, clause }) => (code === "set-aside" ? [clause] : [])),
    ),
  );
  return own.flatMap((clause) => {
    if (told.live.has(clause.id) || emptied.has(clause.id)) return [];
    const openers = openersOf(contract, clause);
    const events = openers.length > 0 ? openers : (contract.kinds.get(clause.kind)!.governs?.(clause) ?? []);
    const document = events.map((event) => elsewhere(contract, event)).find((id) => id !== undefined);
    return [
      onClause(clause, "never-triggered", document === undefined ? "error" : "warning", {
        events: events.join(", "),
        document,
        near: document === undefined ? near(review, events[0]) : undefined,
      }),
    ];
  });
};

/** An event that a living clause waits for and that nothing can tell: a slip of the pen, or a document that is not attached. */
export const unknownEvents: Check = (review) => {
  const { contract, own, told } = review;
  const dropped = new Set(contract.decisions.flatMap(({ code, clause }) => (code === "set-aside" ? [clause] : [])));
  return own.flatMap((clause) => {
    if (!told.live.has(clause.id)) return [];
    return namesIn(clause, "event").flatMap(({ name: event, key }) => {
      // What a clause of this composition would tell, if anything opened it, is told at that clause.
      if (told.known.has(event) || dropped.has(event.slice(0, event.lastIndexOf(".")))) return [];
      const document = elsewhere(contract, event);
      return [
        onClause(clause, "event-unknown", document === undefined ? "error" : "warning", {
          event,
          key,
          document,
          near: document === undefined ? near(review, event) : undefined,
        }),
      ];
    });
  });
};

function near({ told }: Parameters<Check>[0], event: string | undefined): string | undefined {
  const found = event === undefined ? undefined : nearEvent(told, event);
  return found === event ? undefined : found;
}

/** A fact kind that the terms declare and no clause hears: whoever states it changes nothing. */
export const unheardFacts: Check = ({ contract, documents, own }) => {
  const heard = new Set([
    ...contract.listeners.keys(),
    ...contract.limits.keys(),
    ...contract.rights.keys(),
    ...own.flatMap((clause) => namesIn(clause, "event").map(({ name }) => name)),
  ]);
  return documents.flatMap((document) =>
    document.factKinds
      .filter(({ kind }) => !heard.has(kind))
      .map(({ kind, words }) => onDocument(document, "fact-unheard", "note", { fact: kind, wordsfr: words.fr, wordsen: words.en })),
  );
};
