import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Finding } from "../terms/lint/finding.ts";
import { findingTemplates, findingWords } from "./findings.ts";

const finding = (code: string, args: Record<string, string>, clause = "late"): Finding => ({
  code,
  level: "warning",
  clause,
  document: "trial",
  article: "1",
  place: { file: "trial.md", line: 1, column: 1 },
  args,
});

test("every code that the linter has, and no other, has words", () => {
  const folder = "kernel/terms/lint";
  const source = readdirSync(folder)
    .filter((name) => !name.endsWith(".test.ts"))
    .map((name) => readFileSync(`${folder}/${name}`, "utf8"))
    .join("\n");
  const codes = new Set(
    [
      ...source.matchAll(
        /"([a-z]+(?:-[a-z]+)+|doubt|contradiction)", ?(?:"(?:error|warning|note)"|level|levelOf|code ===|document ===|shut|differing|bound\.level|ordered)/g,
      ),
    ].map(([, code]) => code!),
  );
  const worded = new Set(Object.keys(findingTemplates).map((code) => code.split("/")[0]!));
  expect([...codes].filter((code) => !worded.has(code))).toEqual([]);
  expect([...worded].filter((code) => !source.includes(`"${code}"`) && !code.startsWith("tier-") && !code.startsWith("override-"))).toEqual(
    [],
  );
});

test("dates, rates and figures read as people write them", () => {
  const { fr, en } = findingWords(
    finding("below-the-law", {
      figure: "rate",
      value: "legal + 2 points",
      bound: "3 × legal",
      beyond: "2023-01-01/2026-06-30",
      unknownfrom: "2026-07-01",
      lawarticle: "L441-10",
    }),
  );
  expect(en.replaceAll("\u00A0", " ")).toBe(
    '"late": legal rate + 2 points falls below the law\'s floor, 3 × legal rate: from 1 Jan 2023 to 30 Jun 2026 (art. L441-10). Unknown from 1 Jul 2026 on, for want of a published rate.',
  );
  expect(fr.replaceAll("\u00A0", " ")).toBe(
    "« late » : taux légal + 2 points passe sous le plancher de la loi, 3 × taux légal : du 1er janv. 2023 au 30 juin 2026 (art. L441-10). Inconnu à partir du 1er juill. 2026, faute de taux publié.",
  );
});

test("edges of tiers are said to be in or out", () => {
  expect(findingWords(finding("tier-gap", { figure: "amount", from: "99.89", fromincluded: "yes", to: "99.9" }, "credit")).en).toContain(
    "no tier covers values from 99.89 (included) to 99.9 (excluded)",
  );
  expect(findingWords(finding("tier-gap", { figure: "amount", to: "99", toincluded: "yes" }, "credit")).fr).toContain(
    "les valeurs jusqu'à 99 (compris)",
  );
});

test("a clause is called by its deed, with its name beside it", () => {
  expect(findingWords(finding("duty-without-consequence", { deedfr: "restaurer", deeden: "restore" }, "restore-duty")).en).toBe(
    '"restore" (restore-duty) promises a result, but missing it leads to nothing.',
  );
});

test("a party or a form that is none is told with the one that it resembles, and the fact that says it", () => {
  const slip = { key: "to", name: "costumer", near: "customer", known: "provider, customer" };
  expect(findingWords(finding("party-unknown", slip))).toMatchObject({
    fr: "« late » nomme « costumer » (to), qui n'est pas une partie ; vouliez-vous « customer » ?",
    en: '"late" names "costumer" (to), which is no party; did you mean "customer"?',
  });
  expect(findingWords(finding("party-unknown", { ...slip, key: "by", fact: "bell.rung" })).en).toBe(
    'The fact bell.rung is stated by "costumer" (by), which is no party; did you mean "customer"?',
  );
  expect(findingWords(finding("form-unknown", { key: "in-form", form: "fax", known: "e-mail, letter" }))).toMatchObject({
    fr: "« late » demande la forme « fax » (in-form), qui n'est pas une forme connue.",
    mend: { en: "Take one of e-mail, letter." },
  });
});
