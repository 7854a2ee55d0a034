import { describe, expect, test } from "vitest";
import { loadReferences } from "#references/load.ts";
import { contractOf } from "#testing/library.ts";
import { clauseKinds } from "../../kinds/all.ts";
import { compose } from "../../terms/compose.ts";
import { readLibrary } from "../../terms/library.ts";
import { languages } from "../language.ts";
import { openVoice } from "../voice.ts";
import { contractHtml } from "./contract-html.ts";

const zone = loadReferences().zones["Europe/Paris"]!;
const said = { fr: openVoice("fr", zone), en: openVoice("en", zone) };

function idsIn(html: string, attribute: string): string[] {
  return [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, "g"))].map(([, id]) => id!);
}

/** Tags that stand open at the end, or close what is not open. */
function unbalanced(html: string): string[] {
  const open: string[] = [];
  for (const [, close, name] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (close === "") open.push(name!);
    else if (open.pop() !== name) return [`</${name}>`];
  }
  return open;
}

describe.each([
  [["uloa"]],
  [["uloa", "service-levels", "maintenance"]],
  [["boost-my-mail"]],
  [["backup-as-a-service", "service-levels"]],
  [["crm-and-data", "maintenance"]],
  [["service-levels", "maintenance"]],
])("%j", (documents) => {
  const contract = contractOf(documents);
  describe.each(languages)("in %s", (language) => {
    const html = contractHtml(contract, said[language]);

    test("each clause stands there exactly once", () => {
      expect(idsIn(html, "data-clause").toSorted()).toEqual(contract.clauses.map(({ id }) => id).toSorted());
    });

    test("nothing is left of how the terms are written: holes, marks, languages, backquotes", () => {
      expect(html).not.toMatch(/\{\{|\}\}|\[\[|\]\]|`|undefined/);
      expect(html).not.toMatch(/>(fr|en):/);
    });

    test("whoever follows a link arrives: ids are unique, and links lead to them", () => {
      const ids = idsIn(html, "id");
      expect(new Set(ids).size).toBe(ids.length);
      expect(idsIn(html, "href").filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
    });

    test("what is opened is closed", () => expect(unbalanced(html)).toEqual([]));

    test("all articles are there, with their numbers", () => {
      const numbers = contract.documents.flatMap(({ source }) => source.articles.map(({ number }) => number)).filter(Boolean);
      const shown = [...html.matchAll(/<span class="number">([^<]*)<\/span>/g)].map(([, number]) => number!);
      expect(new Set(shown)).toEqual(new Set(numbers));
      expect(shown).toHaveLength(numbers.length);
    });

    test("the same contract gives the same bytes", () => expect(contractHtml(contractOf(documents), said[language])).toBe(html));
  });
});

function terms(...lines: string[]): string {
  return ["---", "terms: trial", "version: 1", "title: { fr: 'Essai & <co>', en: Trial }", "---", "", "## 1 Un | One", "", ...lines].join(
    "\n",
  );
}

const duty = (id: string, ...keys: string[]) => [
  "",
  "```clause duty",
  `id: ${id}`,
  "party: provider",
  "when: a.happened",
  ...keys,
  "```",
  "",
];

function htmlOf(text: string, language: "fr" | "en" = "en", particulars: { figures?: Record<string, unknown> } = {}): string {
  const library = readLibrary([{ file: "trial.md", text }], new Map(), clauseKinds);
  const order = { contract: "trial", documents: ["trial"], parties: {}, figures: {}, readings: {}, order: {}, ...particulars };
  return contractHtml(compose(library, order), said[language]).replaceAll(/&nbsp;|\u202F/g, " ");
}

describe("a document", () => {
  const pair = terms("fr: Il doit [[agir]] sous {{within}}.", "", "en: It must [[act]] in {{within}}.", ...duty("act", "within: 1 day"));

  test("is an article of sections, its deeds links that name their clause", () => {
    expect(htmlOf(pair)).toBe(
      [
        '<article id="document-trial" data-document="trial" data-version="1" data-rank="terms" lang="en">',
        "<h2>Trial</h2>",
        '<section id="trial/1">',
        '<h3><span class="number">1</span> One</h3>',
        '<p>It must <a class="deed" data-clause="act" id="clause-act" href="#clause-act">act</a> in 1 day.</p>',
        "</section>",
        "</article>",
      ].join("\n"),
    );
  });

  test("speaks its reader's language only", () => {
    expect(htmlOf(pair, "fr")).toContain(">agir</a> sous 1 jour.");
    expect(htmlOf(pair, "fr")).not.toContain("must");
  });

  test("that has a paragraph in one language shows that one, and says which it is", () => {
    expect(htmlOf(terms("fr: Il doit agir sous {{within}}.", ...duty("act", "within: 1 day")))).toContain(
      '<p lang="fr">Il doit agir sous 1 jour.<span class="clause" data-clause="act" id="clause-act"></span></p>',
    );
  });

  test("is text: what looks like HTML in it is shown, in prose, titles and what the order form gives", () => {
    const html = htmlOf(
      terms("fr: a", "", 'en: <script>1</script> & "two" [[<b>act</b>]] in {{within}}.', ...duty("act", "within: 1 day")),
    );
    expect(html).toContain('<p>&lt;script&gt;1&lt;/script&gt; &amp; "two" <a ');
    expect(html).toContain(">&lt;b&gt;act&lt;/b&gt;</a>");
    expect(htmlOf(pair, "fr")).toContain("<h2>Essai &amp; &lt;co&gt;</h2>");
    expect(htmlOf(pair, "en", { figures: { "act.within": '"><img src=x>' } })).not.toContain("<img");
  });

  test("has lists where it has hyphens, and a table of figures is one", () => {
    const html = htmlOf(
      terms(
        "fr: a",
        "",
        "en: Either:",
        "- one;",
        "- or [[two]],",
        "  at will.",
        "Then in {{within}}.",
        ...duty("act", "within: { by: severity, critical: 4 hours, else: 24 hours }"),
      ),
    );
    expect(html).toContain(
      '<p>Either:</p>\n<ul><li>one;</li><li>or <a class="deed" data-clause="act" id="clause-act" href="#clause-act">two</a>, at will.</li></ul>',
    );
    expect(html).toContain("<p>Then in by severity</p>\n<ul><li>critical: 4 hours</li><li>otherwise: 24 hours.</li></ul>");
  });

  test("names several clauses of one paragraph: the first by its deed, the others at its end", () => {
    const html = htmlOf(terms("fr: a", "", "en: It must [[act]].", ...duty("one", "within: 1 day"), ...duty("two", "within: 2 days")));
    expect(html).toContain(
      '<a class="deed" data-clause="one" id="clause-one" href="#clause-one">act</a>.<span class="clause" data-clause="two" id="clause-two"></span></p>',
    );
  });

  test("shows what nobody filled as a blank", () =>
    expect(htmlOf(terms("fr: a", "", "en: In {{nothing}}."))).toContain("<p>In left blank.</p>"));

  test("keeps the words of a clause that a higher one sets aside, marked idle and without an anchor", () => {
    const contract = contractOf(["boost-my-mail"], { order: { "customer-quality": "professional" } });
    const html = contractHtml(contract, said.en);
    expect(html).toContain('class="idle"');
    const kept = new Set(contract.clauses.map(({ id }) => id));
    const dropped = contract.documents.flatMap(({ clauses }) => clauses).filter(({ id }) => !kept.has(id));
    expect(dropped.length).toBeGreaterThan(0);
    expect(idsIn(html, "data-clause").filter((id) => dropped.some((one) => one.id === id))).toEqual([]);
  });
});

test("the parties' own documents come first, the law after them", () => {
  const html = contractHtml(contractOf(["uloa", "maintenance"]), said.fr);
  expect(idsIn(html, "data-rank")).toEqual(["terms", "annex", "law", "law"]);
});
