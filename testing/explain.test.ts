import { describe, expect, test } from "vitest";
import { explain } from "#kernel/engine/explain.ts";
import type { Fact } from "#kernel/engine/fact.ts";
import { run } from "#kernel/engine/run.ts";
import { loadReferences } from "#references/load.ts";
import { contractOf, instant, told } from "./library.ts";

const references = loadReferences();
const mail = contractOf(["boost-my-mail"], {
  figures: { "fee.price": "100.00 EUR", "licences.at-most": "10" },
  order: { billing: "annual" },
});
const accepted = told("2025-01-01T09:00Z", "contract.accepted", "customer", { "in-form": "writing" });
const activated = told("2025-01-01T09:00Z", "service.activated", "provider");

function amendment(when: string, sets: Record<string, string>): Fact {
  return told(when, "contract.amended", "provider", {
    subject: `A-${when}`,
    effective: when,
    "in-form": "writing",
    "signed-by": ["provider", "customer"],
    sets,
  });
}

describe("why a fee is what it is", () => {
  const repriced = amendment("2025-06-01T00:00Z", { "fee.price": "120.00 EUR" });
  const facts = [accepted, activated, repriced];
  const standing = run(mail, facts, references, { at: instant("2027-06-01T00:00Z") });
  const fees = standing.items.filter(({ clause }) => clause === "fee");
  const why = (id: string) => explain(mail, facts, references, standing, id)!;
  const kinds = (id: string) => why(id).facts.map(({ kind }) => kind);

  test("a fee opened under an amendment of its price names the amendment, and reads as amended", () => {
    const last = fees.at(-1)!.id;
    expect(kinds(last)).toContain("contract.amended");
    expect(why(last).contract.byId.get("fee")?.raw["price"]).toBe("120.00 EUR");
  });
  test("a fee opened before it does not", () => {
    expect(kinds(fees[0]!.id)).not.toContain("contract.amended");
    expect(why(fees[0]!.id).contract.byId.get("fee")?.raw["price"]).toBe("100.00 EUR");
  });
});
