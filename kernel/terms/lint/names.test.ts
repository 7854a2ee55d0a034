import { describe, expect, test } from "vitest";
import { composed, told, trial } from "#testing/findings.ts";
import { clauseKinds } from "../../kinds/all.ts";
import { word, words } from "../clause.ts";
import { holdsNames, namesIn } from "./names.ts";

const clause = (kind: string, keys: string) => `\`\`\`clause ${kind}\n${keys.trim()}\n\`\`\`\n`;
const duty = (keys: string) => clause("duty", `id: act\nwhen: incident.received\nkept-by: incident.corrected\n${keys}`);
const right = (keys: string) => clause("right", `id: leave\nparty: customer\nused-by: termination.notified\n${keys}`);

describe("a new key is not forgotten", () => {
  /** Keys that hold a word which names nothing that a contract could lack. */
  const free = new Set(
    "source topic reading cites refersTo setsAside agreement.annexes hours.holidays bound.of bound.atLeast bound.atMost bound.requires bound.forbids duty.rolls charge.per fee.added fee.begun late-payment.costs availability.excluded availability.authorised".split(
      " ",
    ),
  );

  test.each([...clauseKinds.values()])("each key of $name that holds a word says what it names", ({ name, shape }) => {
    const bare = Object.entries(shape.shape).filter(([, schema]) => {
      const inner = "unwrap" in schema ? (schema as unknown as { unwrap(): unknown }).unwrap() : schema;
      return inner === word || inner === words;
    });
    const silent = bare.map(([key]) => key).filter((key) => !holdsNames(name, key) && !free.has(key) && !free.has(`${name}.${key}`));
    expect(silent).toEqual([]);
  });

  test("each event that a clause hears, and that its own keys write, is looked up", () => {
    const { clauses, kinds } = composed(["uloa", "boost-my-mail", "service-levels", "maintenance", "crm-and-data", "backup-as-a-service"]);
    const missed = clauses.flatMap((one) => {
      const kind = kinds.get(one.kind)!;
      const names = new Set(namesIn(one, "event").map(({ name }) => name));
      const { then: _then, otherwise: _otherwise, alternatives: _alternatives, ...raw } = one.raw;
      const written = new Set(JSON.stringify(raw).match(/[a-z][a-z0-9.-]*/g));
      return [...kind.hears(one).map(({ event }) => event), ...(kind.governs?.(one) ?? [])]
        .filter((event) => written.has(event) && !names.has(event))
        .map((event) => `${one.id} ${event}`);
    });
    expect(missed).toEqual([]);
  });
});

describe("a party that is none", () => {
  const slip = (text: string) => told(trial(text), "party-unknown", "key", "name", "near");

  test.each([
    ["party", duty("party: costumer")],
    ["to", duty("party: provider\nto: costumer")],
    ["from", clause("charge", "id: act\nfrom: costumer\nto: provider\nwhen: incident.received\namount: 40 EUR")],
    ["to", clause("charge", "id: act\nfrom: provider\nto: costumer\nwhen: incident.received\namount: 40 EUR")],
    ["by", clause("limit", "id: act\nact: seat.assigned\nby: [provider, costumer]")],
    ["addressed-to", clause("right", "id: act\nparty: user\nused-by: termination.notified\naddressed-to: costumer")],
    ["answers-for", clause("agreement", "id: act\nanswers-for: { provider: [costumer] }")],
    ["changed-by", clause("agreement", "id: act\nchanged-by: { by: [costumer] }")],
    ["parties", clause("agreement", "id: act\nparties: [provider, costumer]")],
    ["where", duty("party: provider\nwhere: { by: not costumer }")],
  ])("in %s", (key, text) => {
    expect(slip(text)).toEqual([`error act ${key} costumer customer`]);
  });

  test("in a reading not chosen", () => {
    expect(slip(duty("party: provider\nreading: a\nalternatives: { a: {}, b: { to: costumer } }"))).toEqual([
      "error act to costumer customer",
    ]);
  });

  test("in what a pause stops", () => {
    const text = clause("pause", "id: act\nfrom: incident.received\nuntil: incident.corrected\nstops: costumer");
    expect(told(trial(text), "clause-unknown", "name", "near")).toEqual(["error act costumer customer"]);
  });

  test("in a condition on a field that holds one", () => {
    const text = clause("statement", "id: note\nwhen: notice.received\nwhere: { sent-by: costumer }");
    expect(told(trial(text), "value-unknown", "field", "values")).toEqual(["warning note sent-by costumer"]);
  });

  test("in who may state a fact, at the fact's own line", () => {
    const found = trial("## 1 A | B\n\n```fact\nkind: bell.rung\nwords: { fr: a, en: b }\nby: costumer\n```\n");
    expect(told(found, "party-unknown", "fact", "near")).toEqual(["error bell.rung customer"]);
    expect(found.find(({ code }) => code === "party-unknown")).toMatchObject({ article: "1", place: { line: 13, column: 1 } });
  });

  test("one that nothing resembles is declared by the agreement, or a gap", () => {
    expect(slip(duty("party: guarantor"))).toEqual(["warning act party guarantor –"]);
    expect(slip(duty("party: guarantor") + clause("agreement", "id: deal\nparties: [provider, guarantor]"))).toEqual([]);
  });

  test("the party that a field of the fact names is none of these", () => {
    expect(slip(clause("right", "id: act\nparty: .sent-by\nwhen: notice.received\nused-by: termination.notified"))).toEqual([]);
  });
});

describe("a form that is none", () => {
  const slip = (text: string) => told(trial(text), "form-unknown", "form", "near");

  test("is told with the known ones, or the one that it resembles", () => {
    expect(slip(right("in-form: fax"))).toEqual(["warning leave fax –"]);
    expect(slip(right("in-form: registred letter"))).toEqual(["error leave registred letter registered letter"]);
    expect(slip(right("in-form: { by: fault, yes: leter, no: writing }"))).toEqual(["error leave leter letter"]);
    expect(slip(right("where: { in-form: [leter] }"))).toEqual(["error leave leter letter"]);
  });

  test("every known one is taken", () => {
    for (const form of ["writing", "e-mail", "letter", "registered letter", "electronic registered letter", "account closure"])
      expect(slip(right(`in-form: ${form}`))).toEqual([]);
  });
});

describe("an event that nothing tells, wherever a clause names it", () => {
  test.each([
    ["measure", "limit", "id: act\nact: seat.assigned\nat-most: 3\nmeasure: seat.asigned minus seat.released"],
    ["measure", "limit", "id: act\nact: seat.assigned\nat-most: 3\nmeasure: seat.assigned minus seat.asigned"],
    ["at-most", "limit", "id: act\nact: damages.claimed\nat-most: { of: paid, for: 12 months, before: seat.asigned }"],
    [
      "amount",
      "charge",
      "id: act\nfrom: provider\nto: customer\nwhen: seat.released\namount: { of: paid, for: 1 year, before: seat.asigned }",
    ],
    ["since", "limit", "id: act\nact: seat.released\nsince: seat.asigned\nafter: 1 month"],
    ["closed-by", "right", "id: act\nparty: customer\nused-by: termination.notified\nclosed-by: seat.asigned"],
    ["until", "pause", "id: act\nfrom: seat.released\nuntil: seat.asigned\nparty: provider"],
    ["during", "duty", "id: act\nparty: provider\nevery: day\nkept-by: backup.completed\nduring: service.activated to seat.asigned"],
    ["formed-by", "agreement", "id: act\nformed-by: seat.asigned"],
  ])("in %s of a %s", (key, kind, keys) => {
    expect(told(trial(clause(kind, keys)), "event-unknown", "key", "event", "near")).toEqual([
      `error act ${key} seat.asigned seat.assigned`,
    ]);
  });

  test("the event that a term starts at is what opens it", () => {
    const found = trial(clause("term", "id: term\ninitial: 1 year\nstarts: service.actived"));
    expect(told(found, "never-triggered", "events", "near")).toEqual(["error term service.actived service.activated"]);
  });
});
