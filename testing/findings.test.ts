import { describe, expect, test } from "vitest";
import type { Finding, Level } from "#kernel/terms/lint/finding.ts";
import { findingWords } from "#kernel/words/findings.ts";
import { composed, findingsOf, told } from "./findings.ts";

const compositions: Record<string, Finding[]> = {
  uloa: findingsOf(["uloa"]),
  "uloa, order without a start": findingsOf(["uloa"], { figures: { "term.initial": "1 year", "term.renewal": "1 year" } }),
  "uloa + service-levels": findingsOf(["uloa", "service-levels"]),
  "boost-my-mail": findingsOf(["boost-my-mail"]),
  "boost-my-mail, annual offer": findingsOf(["boost-my-mail"], { order: { billing: "annual" } }),
  "boost-my-mail, order against the terms": findingsOf(["boost-my-mail"], { figures: { "provider-exit.until": "2 months before end" } }),
  "boost-my-mail + service-levels": findingsOf(["boost-my-mail", "service-levels"]),
  "service-levels": findingsOf(["service-levels"]),
  maintenance: findingsOf(["maintenance"]),
  "maintenance, ordered": findingsOf(["crm-and-data", "maintenance"], { order: { "customer-quality": "professional" } }),
  backup: findingsOf(["backup-as-a-service"]),
  "backup + service-levels": findingsOf(["backup-as-a-service", "service-levels"]),
  crm: findingsOf(["crm-and-data"]),
  "crm + service-levels": findingsOf(["crm-and-data", "service-levels"]),
  "crm + maintenance": findingsOf(["crm-and-data", "maintenance"]),
};

/** Row of the list, composition, what is found, where: a clause; else the rule of the law, the article or the document. */
type Row = [row: string, composition: string, code: string, where: string, level?: Level];

const rows: Row[] = [
  ["U-1 precedence", "uloa", "annex-missing", "conditions", "error"],
  ["U-1 precedence", "uloa", "doubt", "conditions", "warning"],
  ["U-1 support", "uloa", "figure-not-ordered", "support-answer", "note"],
  ["U-2 activation", "uloa", "figure-not-ordered", "term", "note"],
  ["U-2 activation", "uloa, order without a start", "figure-not-ordered", "term", "error"],
  ["U-2 duties", "uloa", "event-unknown", "availability-result", "warning"],
  ["U-3.1 scope", "uloa", "reading-chosen", "seats", "note"],
  ["U-4 access", "uloa", "figure-blank", "first-codes", "warning"],
  ["U-4 access", "uloa", "figure-blank", "codes-hand-over", "warning"],
  ["U-4 increase", "uloa", "reading-chosen", "subscription", "note"],
  ["U-5.3 format", "uloa", "figure-blank", "copy-delivery", "warning"],
  ["U-5.3 erasure", "uloa", "figure-blank", "erasure-completion", "warning"],
  ["U-5.3 erasure", "uloa", "reading-chosen", "erasure-start", "note"],
  ["U-7 eviction", "uloa", "doubt", "remedies", "warning"],
  ["U-8 exit", "uloa", "never-triggered", "availability-exit", "warning"],
  ["U-8 exit", "uloa", "figure-blank", "availability-exit", "warning"],
  ["U-8 exit", "uloa", "reading-chosen", "availability-exit", "note"],
  ["U-8 exit", "uloa + service-levels", "contradiction", "availability-damages", "warning"],
  ["U-8 exit", "uloa + service-levels", "reading-chosen", "availability-damages", "note"],
  ["U-9.2 force majeure", "uloa", "reading-chosen", "force-majeure", "note"],

  ["B-1 formation", "boost-my-mail, order against the terms", "override-refused", "provider-exit", "warning"],
  ["B-2 unit", "boost-my-mail", "doubt", "licences", "warning"],
  ["B-5.1 no availability promise", "boost-my-mail", "contradiction", "no-availability-promise", "warning"],
  ["B-5.1 no availability promise", "boost-my-mail + service-levels", "annex-emptied", "availability-rate", "error"],
  ["B-6 no duty", "boost-my-mail", "contradiction", "free-hosting", "warning"],
  ["B-7 fee", "boost-my-mail", "contradiction", "fee", "warning"],
  ["B-7 fee", "boost-my-mail", "choice-not-ordered", "fee", "note"],
  ["B-7 added seats", "boost-my-mail", "doubt", "fee", "warning"],
  ["B-7 added seats", "boost-my-mail", "document-missing", "fee", "warning"],
  ["B-7 overuse", "boost-my-mail", "reading-chosen", "fee", "note"],
  ["B-7 overuse", "boost-my-mail, annual offer", "figure-not-ordered", "fee", "error"],
  ["B-9.1 own data", "boost-my-mail", "law-repealed", "contact-data", "warning"],
  ["B-9.1 own data", "boost-my-mail", "doubt", "contact-data-place", "warning"],
  ["B-9.2 audit", "boost-my-mail", "reading-chosen", "audit-conditions", "note"],
  ["B-9.2 sub-processors", "boost-my-mail", "reading-chosen", "objected-sub-processor", "note"],
  ["B-9.2 sub-processors", "boost-my-mail", "below-the-law", "sub-processor-terms", "error"],
  ["B-11 eviction", "boost-my-mail", "contradiction", "eviction-damages", "warning"],
  ["B-13.2 liability", "boost-my-mail", "reading-chosen", "liability-action", "note"],
  ["B-17 survival", "boost-my-mail", "figure-blank", "data-destruction", "warning"],
  ["B-17 survival", "boost-my-mail", "figure-blank", "data-hand-over", "warning"],
  ["B-17 end", "boost-my-mail", "doubt", "data-hand-over", "warning"],
  ["B-20 disputes", "boost-my-mail", "doubt", "amicable-first", "warning"],

  ["S-0 versions", "service-levels", "no-language-prevails", "service-levels", "warning"],
  ["S-0 versions", "service-levels", "doubt", "service-levels-versions", "warning"],
  ["S-0 versions", "maintenance", "no-language-prevails", "maintenance", "note"],
  ["S-0 versions", "maintenance", "doubt", "maintenance-versions", "warning"],
  ["S-1.1 exclusions", "service-levels", "reading-chosen", "availability-rate", "note"],
  ["S-1.1 exclusions", "service-levels", "doubt", "availability-rate", "warning"],
  ["S-1.2 credits", "service-levels", "figure-blank", "service-credit", "error"],
  ["S-1.2 credits", "service-levels", "tier-gap", "service-credit", "warning"],
  ["S-1.2 credits", "service-levels", "reading-chosen", "service-credit", "note"],
  ["S-1.2 credits", "service-levels", "reading-chosen", "credit-days", "note"],
  ["S-1.2 credits", "crm + service-levels", "extension-never-arrives", "credit-days", "warning"],
  ["S-1.2 claim", "service-levels", "languages-differ", "credit-claim", "warning"],
  ["S-1.2 claim", "service-levels", "reading-chosen", "credit-claim", "note"],
  ["S-1.2 claim", "service-levels", "figure-blank", "availability-statement", "warning"],
  ["S-1.2 claim", "service-levels", "answer-may-be-too-late", "availability-statement", "warning"],
  ["S-1.2 sole remedy", "service-levels", "doubt", "sole-remedy", "warning"],
  ["S-1.2 sole remedy", "uloa + service-levels", "clause-set-aside", "sole-remedy", "warning"],
  ["S-3 backup", "service-levels", "languages-differ", "platform-backup-weekly", "warning"],
  ["S-3 backup", "service-levels", "reading-chosen", "platform-backup-weekly", "note"],
  ["S-3 backup", "service-levels", "reading-chosen", "accidental-deletion", "note"],
  ["S-3 backup", "backup + service-levels", "reading-chosen", "platform-backup", "note"],

  ["M-0 address", "maintenance", "document-missing", "incident-start", "warning"],
  ["M-0 address", "maintenance, ordered", "document-missing", "incident-start", "error"],
  ["M-1 hours", "crm + maintenance", "hours-apart", "incident-hours", "note"],
  ["M-1 severity", "maintenance", "doubt", "severity-choice", "warning"],
  ["M-1 browsers", "maintenance", "document-missing", "compatible-browsers", "warning"],
  ["M-2.2 clocks", "maintenance", "reading-chosen", "acknowledgement", "note"],
  ["M-2.2 clocks", "maintenance", "reading-chosen", "diagnosis", "note"],
  ["M-2.2 urgent", "maintenance", "doubt", "representative", "warning"],
  ["M-2.2 urgent", "maintenance", "reading-chosen", "representative", "note"],
  ["M-2.3 lang", "maintenance", "doubt", "technical-advice", "warning"],
  ["M-2.4 exclusions", "maintenance", "contradiction", "maintenance-exclusions", "warning"],

  ["D-1 documents", "backup", "document-missing", "contract-documents", "warning"],
  ["D-1 documents", "backup", "document-missing", "term", "warning"],
  ["D-1 documents", "backup", "figure-not-ordered", "term", "note"],
  ["D-1 documents", "backup", "figure-not-ordered", "fee", "note"],
  ["D-4.01 roles", "backup", "contradiction", "equipment-guarantee", "warning"],
  ["D-4.04 set-up", "backup", "document-missing", "sizing", "warning"],
  ["D-4.05 change rate", "backup", "figure-blank", "re-evaluation", "warning"],
  ["D-4.05 change rate", "backup", "doubt", "re-evaluation", "warning"],
  ["D-5 restores", "backup", "contradiction", "restores-excluded", "warning"],
  ["D-5 restores", "backup", "reading-chosen", "restore-charge", "note"],
  ["D-5 restores", "backup", "doubt", "restore-quote", "warning"],
  ["D-6 sanction", "backup", "doubt", "closure-after-warning", "warning"],
  ["D-6 sanction", "backup", "doubt", "content-refusal", "warning"],
  ["D-7 liability", "backup", "doubt", "excluded-causes", "warning"],
  ["D-7 liability", "backup", "contradiction", "data-loss", "warning"],
  ["D-7 liability", "backup", "contradiction", "access-difficulties", "warning"],
  ["D-8 licence", "backup", "doubt", "licence", "warning"],
  ["D-8 licence", "backup", "contradiction", "forbidden-uses", "warning"],
  ["D-9.01 reversibility", "backup", "document-missing", "recovery", "warning"],
  ["D-9.01 reversibility", "backup", "contradiction", "reversibility-charge", "warning"],
  ["D-9.01 reversibility", "backup", "doubt", "reversibility-charge", "warning"],
  ["D-9.02 health data", "backup", "law-repealed", "health-option", "warning"],
  ["D-10 end", "backup", "document-missing", "after-the-end", "warning"],
  ["D-10 end", "backup", "contradiction", "final-deletion", "warning"],
  ["D-10 end", "backup", "doubt", "final-deletion", "warning"],
  ["D-10 end", "backup", "below-the-law", "final-deletion", "error"],

  ["C-2.1 access", "crm", "figure-blank", "access-setup", "warning"],
  ["C-2.2 support", "crm", "contradiction", "telephone-contract", "warning"],
  ["C-2.2 support", "crm", "document-missing", "telephone-contract", "warning"],
  ["C-2.2 support", "crm", "reading-chosen", "support", "note"],
  ["C-2.3 codes", "crm", "doubt", "fraud-letter", "warning"],
  ["C-2.6 return", "crm", "figure-blank", "data-copy", "warning"],
  ["C-2.6 return", "crm", "figure-blank", "copy-delivery", "warning"],
  ["C-3 customer duties", "crm", "law-repealed", "cnil-declaration", "warning"],
  ["C-3.2 confidentiality", "crm", "article-twice", "3-2", "warning"],
  ["C-3.2 confidentiality", "crm", "figure-blank", "customer-secrecy", "warning"],
  ["C-4.1 continuity", "crm", "document-missing", "partners", "warning"],
  ["C-4.2 integrity", "crm", "figure-blank", "restore-test", "warning"],
  ["C-4.3 liability", "crm", "contradiction", "no-liability", "warning"],
  ["C-4.3 liability", "crm", "law-forbids", "no-liability", "warning"],
  ["C-4.3 liability", "crm", "reading-chosen", "damages", "note"],
  ["C-4.5 own data", "crm", "law-repealed", "own-data-request", "warning"],
  ["C-4.5 own data", "crm", "figure-blank", "own-data-request", "note"],
  ["C-4.6 source", "crm", "doubt", "source-code", "warning"],
  ["C-5 force majeure", "crm", "doubt", "force-majeure", "warning"],
  ["C-6 term", "crm", "doubt", "term", "warning"],
  ["C-7 price", "crm", "reading-chosen", "price-objection", "note"],
  ["C-8 invoices", "crm", "figure-blank", "fee", "warning"],
  ["C-8 late", "crm", "below-the-law", "late-interest", "error"],
  ["C-8 late", "crm", "figure-from-law", "late-interest", "note"],
  ["C-8 suspension", "crm", "doubt", "suspension", "warning"],
  ["C-8 suspension", "crm", "doubt", "second-notice", "warning"],
  ["C-9 breach", "crm", "reading-chosen", "breach-exit", "note"],
  ["C-10 disputes", "crm", "figure-blank", "amicable-first", "note"],
  ["C-10 disputes", "crm", "reading-chosen", "amicable-first", "note"],

  ["L-1 late floor", "crm", "below-the-law", "late-interest", "error"],
  ["L-1 late floor", "backup", "rule-from-law", "legal-late-payment", "note"],
  ["L-2 flat fee", "crm", "figure-from-law", "late-interest", "note"],
  ["L-2 flat fee", "backup", "rule-from-law", "legal-late-payment", "note"],
  ["L-3 payment terms", "crm", "law-unchecked", "fee", "note"],
  ["L-5 renewal notice", "crm", "below-the-law", "term", "warning"],
  ["L-6 switching", "uloa", "law-requires", "switching-in-contract", "warning"],
  ["L-6 switching", "uloa", "above-the-law", "copy-conversion", "error"],
  ["L-6 switching", "uloa", "law-forbids", "copy-conversion", "warning"],
  ["L-6 switching", "uloa", "law-requires", "jurisdiction-stated", "warning"],
  ["L-6 switching", "boost-my-mail", "law-requires", "switching-in-contract", "warning"],
  ["L-6 switching", "backup", "below-the-law", "final-deletion", "error"],
  ["L-6 switching", "backup", "above-the-law", "reversibility-charge", "error"],
  ["L-6 switching", "backup", "law-forbids", "reversibility-charge", "warning"],
  ["L-6 switching", "backup", "above-the-law", "reload-charge", "error"],
  ["L-6 switching", "crm", "above-the-law", "copy-charge", "error"],
  ["L-6 switching", "crm", "law-forbids", "copy-charge", "warning"],
  ["L-6 switching", "crm", "law-unchecked", "data-copy", "note"],
  ["L-7 processor", "crm", "law-requires", "processor-clause", "error"],
  ["L-7 processor", "uloa", "law-requires", "processor-clause", "error"],
  ["L-7 processor", "backup", "law-requires", "processor-clause", "error"],
  ["L-7 processor", "backup", "law-requires", "deletion-at-choice", "error"],
  ["L-7 processor", "boost-my-mail", "below-the-law", "sub-processor-terms", "error"],
  ["L-7 processor", "crm", "rule-from-law", "legal-breach-notice", "note"],
  ["L-10 adhesion", "boost-my-mail", "law-forbids", "free-hosting", "warning"],
  ["L-10 adhesion", "crm", "law-forbids", "no-liability", "warning"],
  ["L-10 adhesion", "backup", "law-forbids", "data-loss", "warning"],
  ["L-12 health data", "backup", "law-repealed", "health-option", "warning"],
  ["L-13 stale law", "boost-my-mail", "law-repealed", "contact-data", "warning"],
  ["L-13 stale law", "crm", "law-repealed", "cnil-declaration", "warning"],
  ["L-13 stale law", "crm", "law-repealed", "own-data-request", "warning"],
];

describe("every finding that the list of clauses names", () => {
  test.each(rows)("%s · %s: %s on %s", (_row, composition, code, where, level) => {
    const here = compositions[composition]!.filter((finding) => finding.code === code && placeOf(finding) === where);
    expect(here.map((finding) => finding.level)).toContain(level);
  });

  test("the clause that carries a finding is tied to the row, unless the row is the law's", () => {
    const documents = composed(["uloa", "boost-my-mail", "service-levels", "maintenance", "backup-as-a-service", "crm-and-data"]).documents;
    const sources = documents.flatMap(({ clauses }) => clauses.map(({ id, raw }) => `${String(raw["source"])} · ${id}`));
    const elsewhere = new Set(["article-twice", "no-language-prevails", "override-refused", "annex-emptied"]);
    const untied = rows.filter(
      ([row, , code, where]) =>
        !row.startsWith("L-") && !elsewhere.has(code) && !sources.some((source) => source.includes(row) && source.endsWith(`· ${where}`)),
    );
    expect(untied).toEqual([]);
  });
});

describe("what they say", () => {
  test("C-8: the rate is unlawful for the half-years known since 2023, and unknown from July 2026", () => {
    expect(told(compositions["crm"]!, "below-the-law", "law", "beyond", "within", "unknownfrom")).toContain(
      "error late-interest late-interest-floor 2023-01-01/2026-06-30 2022-01-01/2022-12-31 2026-07-01",
    );
  });

  test("S-1.2: the holes between and under the tiers, edges as written", () => {
    expect(told(compositions["service-levels"]!, "tier-gap", "from", "fromincluded", "to", "toincluded", "reading")).toEqual([
      "warning service-credit – – 99 yes as written",
      "warning service-credit 99.89 yes 99.9 – as written",
    ]);
  });

  test("B-5.1: the annex's credits fall with the rate they hang on, told once", () => {
    const found = compositions["boost-my-mail + service-levels"]!;
    expect(told(found, "annex-emptied", "by", "clauses", "stranded")).toEqual([
      "error availability-rate no-availability-promise availability-rate credit-claim, service-credit, credit-days",
    ]);
    expect(told(found, "never-triggered")).toEqual([]);
  });

  test("U-8: three silences", () => {
    expect(told(compositions["uloa"]!, "figure-blank", "figure").filter((one) => one.includes("availability-exit"))).toEqual([
      "warning availability-exit notice",
      "warning availability-exit in-form",
      "note availability-exit until",
    ]);
  });

  test("U-8 with the annex: the exit can be triggered, and the annex's sole remedy is shown as set aside", () => {
    const found = compositions["uloa + service-levels"]!;
    expect(told(found, "never-triggered")).toEqual([]);
    expect(found.filter(({ code }) => code === "annex-missing").map(({ args }) => args["annex"])).toEqual([
      "data-protection",
      "prerequisites",
      "security",
    ]);
    expect(told(found, "contradiction", "other", "setasideby")).toContain("warning availability-damages sole-remedy availability-damages");
  });

  test("L-6: exit charges are at cost until January 2027, and nothing from then", () => {
    expect(told(compositions["crm"]!, "law-forbids", "since", "until")).toContain("warning copy-charge 2025-09-12 2027-01-12");
    expect(told(compositions["crm"]!, "above-the-law", "bound", "since")).toEqual(["error copy-charge 0 EUR 2027-01-12"]);
  });

  test("all of it has words in both languages, with nothing left to fill", () => {
    const texts = Object.values(compositions)
      .flat()
      .flatMap((finding) => {
        const { fr, en, mend } = findingWords(finding);
        return fr === en ? [`one language: ${fr}`] : [fr, en, mend.fr, mend.en];
      });
    expect(texts.filter((text) => !/^\S.{8,}[.!?]$/s.test(text))).toEqual([]);
    expect(
      texts.filter((text) => /undefined|\{[a-z]+\}|\[|\]|\d{4}-\d\d-\d\d/.test(text.replace("HDS certificate 2021-01-07", ""))),
    ).toEqual([]);
  });
});

test("a clean contract has nothing found, of any level", () => {
  expect(findingsOf(["clean-contract"])).toEqual([]);
});

test("the law alone has nothing found either", () => {
  expect(findingsOf([])).toEqual([]);
});

test("the contract is composed without problems wherever it is linted", () => {
  expect(composed(["clean-contract"]).problems).toEqual([]);
});

/** A clause; else the rule of the law, the article or the document. */
function placeOf({ clause, args, document }: Finding): string {
  return clause ?? args["law"] ?? args["number"] ?? document;
}
