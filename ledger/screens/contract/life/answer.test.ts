import { expect, test } from "vitest";
import { entryToText } from "#kernel/evidence/entry.ts";
import { parseInstant } from "#kernel/time/instant.ts";
import { rawReferences } from "#references/load.ts";
import { library } from "#testing/library.ts";
import { openAnswers } from "./answer.ts";
import type { Answered, Asked, LifeGiven, Looked, Question } from "./protocol.ts";

const terms = `---
terms: desk
version: "1"
title: { fr: Assistance, en: Support desk }
---

## 1 Réponse | Answer

fr: Le prestataire doit [[répondre à la demande]] ; délai : {{within}}.

en: The provider must [[answer the request]]; time allowed: {{within}}.

\`\`\`clause duty
id: answer
party: provider
to: customer
when: support.requested
within: 2 hours
kept-by: support.answered
\`\`\`
`;

const now = instant("2026-01-06T10:30:00Z");
const looked: Looked = { at: now, known: "then", now, language: "en" };

test("a life is opened, read, asked what may be done, and told what it would change", () => {
  const ask = openedWith([
    { position: 0, entry: entry(0, "contract.accepted", "customer", "2026-01-05T09:00:00Z") },
    { position: 1, entry: entry(1, "support.requested", "customer", "2026-01-06T10:00:00Z", "R-1") },
  ]);
  expect(ask("look", looked).marks).toMatchObject([{ clause: "answer", marks: [{ shape: "▲", detail: "provider · R-1" }] }]);
  expect(ask("clause", { ...looked, clause: "answer" })).toMatchObject({
    name: "Answer the request",
    items: [{ id: "answer/R-1/1" }],
    more: 0,
  });
  const why = ask("item", { ...looked, item: "answer/R-1/1" });
  expect(why?.facts).toMatchObject([{ words: "support requested", entry: { position: 1 } }]);
  const [act] = ask("acts", { ...looked, clause: "answer", parties: ["provider"] });
  expect(act).toMatchObject({ kind: "support.answered", subject: "R-1", by: [{ value: "provider" }] });
  const fact = { id: "A-1", kind: "support.answered", subject: "R-1", by: "provider", occurred: iso(now), recorded: iso(now) };
  expect(ask("foresee", { ...looked, fact })).toMatchObject({
    refused: false,
    changes: [{ id: "answer/R-1/1", before: { shape: "▲" }, after: { shape: "✓" } }],
  });
  expect(ask("foresee", { ...looked, fact: { ...fact, kind: "support.answred" } })).toMatchObject({ problems: [{}] });
  expect(ask("look", looked).marks, "nothing was recorded").toMatchObject([{ marks: [{ shape: "▲" }] }]);
});

test("before a late fact was told nobody knew of it; now one does", () => {
  const ask = openedWith([
    { position: 0, entry: entry(0, "contract.accepted", "customer", "2026-01-05T09:00:00Z") },
    { position: 1, entry: entry(1, "support.requested", "customer", "2026-01-05T10:00:00Z", "R-1", "2026-01-06T08:00:00Z") },
  ]);
  const at = instant("2026-01-05T11:00:00Z");
  expect(ask("look", { ...looked, at }).marks).toEqual([]);
  expect(ask("look", { ...looked, at, known: "now" }).marks).toMatchObject([{ clause: "answer" }]);
});

function openedWith(entries: LifeGiven["entries"]) {
  const answers = openAnswers();
  const ask = <Q extends keyof Asked>(question: Q, what: Asked[Q]) =>
    answers({ id: 1, ask: question, what } as unknown as Question) as Answered[Q];
  const particulars = { contract: "desk", documents: ["desk"], parties: {}, figures: {}, readings: {}, order: {} };
  const documents = [{ id: "desk", body: terms }];
  ask("open", { particulars, documents, references: rawReferences(), factKinds: library.factKinds, entries, now, language: "en" });
  return ask;
}

function entry(index: number, kind: string, by: string, occurred: string, subject = "contract", recorded = occurred): string {
  const fact = {
    source: "desk",
    id: `F-${index}`,
    kind,
    subject,
    by,
    occurred: instant(occurred),
    recorded: instant(recorded),
    fields: {},
  };
  return entryToText({ contract: "c", index, version: 1, fact });
}

function instant(text: string): number {
  return parseInstant(text)!;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
