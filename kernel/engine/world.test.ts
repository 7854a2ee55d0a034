import { describe, expect, test } from "vitest";
import { instant, told } from "#testing/library.ts";
import { contractOfTexts, smallTerms } from "#testing/small.ts";
import { loadReferences } from "#references/load.ts";
import { Unusable } from "../terms/problem.ts";
import { run } from "./run.ts";
import { openWorld } from "./world.ts";

// In Alsace and Moselle, 26 December is a public holiday.

const references = loadReferences();
const [plain, french, eastern] = [
  "zone: Europe/Paris",
  "zone: Europe/Paris\nholidays: FR",
  "zone: Europe/Paris\nholidays: FR-alsace-moselle",
];
const facts = [
  told("2025-12-24T09:00Z", "contract.accepted", "customer"),
  told("2025-12-24T10:00Z", "support.requested", "customer"),
  told("2025-12-26T10:00Z", "visit.made", "customer"),
];

describe("working days are counted by the holidays of the clause's document, else of the contract's first, else of France", () => {
  const duty = (id: string) => [
    `duty\nid: ${id}\nparty: provider\nwhen: support.requested\nwithin: 1 working day\nkept-by: support.answered`,
  ];
  test.each([
    ["its own", french, eastern, "2025-12-29T23:00Z"],
    ["its own, though the contract's are others", eastern, french, "2025-12-26T23:00Z"],
    ["the contract's", eastern, plain, "2025-12-29T23:00Z"],
    ["of France", plain, plain, "2025-12-26T23:00Z"],
  ])("%s", (_, first, second, due) => {
    const contract = contractOfTexts({ first: smallTerms("first", duty("one"), first), second: smallTerms("second", duty("two"), second) });
    const { items } = run(contract, facts, references, { at: instant("2025-12-26T11:00Z") });
    expect(items.find(({ clause }) => clause === "two")?.due).toBe(instant(due));
  });
});

describe("working hours are closed on the holidays that they name, else on those of their document, else of France", () => {
  const clauses = (keys: string) => [
    `hours\nid: office\ndays: Monday to Friday\nopen: 09:00-18:00${keys}`,
    `charge\nid: fee\nfrom: customer\nto: provider\nwhen: visit.made, support.requested\namount: { by: office, inside: 1 EUR, outside: 2 EUR }`,
  ];
  test.each([
    ["those named", "\nholidays: FR-alsace-moselle", french, "2"],
    ["none, where none is said", "\nholidays: none", eastern, "1"],
    ["the document's", "", eastern, "2"],
    ["those of France", "", plain, "1"],
  ])("%s", (_, keys, front, value) => {
    const { items } = run(contractOfTexts({ small: smallTerms("small", clauses(keys), front) }), facts, references, {
      at: instant("2025-12-26T11:00Z"),
    });
    expect(items.find(({ opened }) => opened === instant("2025-12-26T10:00Z"))?.figure?.value).toBe(value);
  });
  test("on Christmas they are closed, unless no holidays count", () => {
    const christmas = [facts[0]!, told("2025-12-25T10:00Z", "visit.made", "customer")];
    const value = (keys: string) =>
      run(contractOfTexts({ small: smallTerms("small", clauses(keys), plain) }), christmas, references, {
        at: instant("2025-12-26T11:00Z"),
      }).items[0]?.figure?.value;
    expect([value(""), value("\nholidays: none")]).toEqual(["2", "1"]);
  });
});

describe("what the references lack is named where it is asked for, with what is near", () => {
  const problemsOf = (play: () => unknown) => {
    try {
      play();
    } catch (error) {
      if (error instanceof Unusable) return error.problems;
      throw error;
    }
    return [];
  };
  test("holidays, at the clause that counts by them", () => {
    const clause = "duty\nid: one\nparty: provider\nwhen: support.requested\nwithin: 1 working day\nkept-by: support.answered";
    const contract = contractOfTexts({ small: smallTerms("small", [clause], "zone: Europe/Paris\nholidays: FR-reunionn") });
    expect(problemsOf(() => run(contract, facts, references, { at: instant("2025-12-26T11:00Z") }))).toMatchObject([
      { code: "holidays-unknown", place: contract.clauses[0]!.place, args: { name: "FR-reunionn", near: "FR-reunion" } },
    ]);
  });
  test("a zone like no other, with no guess; a contract without clauses is named itself", () => {
    const contract = contractOfTexts({ small: smallTerms("small", [], "zone: Moon") });
    expect(problemsOf(() => openWorld(contract, references))).toEqual([
      {
        code: "zone-unknown",
        place: { file: "small", line: 1, column: 1 },
        args: { name: "Moon", known: Object.keys(references.zones).join(", ") },
      },
    ]);
  });
});

test("a contract is opened once under its references", () => {
  const contract = contractOfTexts({ small: smallTerms("small", []) });
  expect(openWorld(contract, references)).toBe(openWorld(contract, references));
  const others = { ...references };
  expect(openWorld(contract, others)).not.toBe(openWorld(contract, references));
});
