import { expect, test } from "vitest";
import { told, trial } from "#testing/findings.ts";

const pair = (fr: string, en: string, block = "```clause statement\nid: text\n```") =>
  `## 1 Titre | Title\n\nfr: ${fr}\n\nen: ${en}\n\n${block}\n`;

test("a figure that stands in the sentence itself", () => {
  expect(
    told(
      trial(
        pair(
          "Dans les 30 jours.",
          "Within {{within}} days.",
          "```clause duty\nid: text\nparty: provider\nwhen: incident.received\nwithin: 30 days\n```",
        ),
      ),
      "bare-number",
      "number",
    ),
  ).toEqual(["warning 30"]);
});

test("a number that is a name stays in backquotes", () => {
  expect(told(trial(pair("Selon `ISO 27001`.", "Under `ISO 27001`.")), "bare-number")).toEqual([]);
});

test("a paragraph, a deed or an item in one language only", () => {
  expect(told(trial("## 1 A | B\n\nfr: Seul.\n\n## 2 C | D\n"), "paragraph-in-one-language", "missing")).toEqual(["warning en"]);
  expect(told(trial(pair("Il doit [[agir]].", "It must act.")), "deed-in-one-language", "deed", "missing")).toEqual(["warning agir en"]);
  expect(told(trial(pair("Soit :\n- un ;\n- deux.", "Either:\n- one.")), "lists-differ", "fr", "en")).toEqual(["warning 2 1"]);
});

test("a title in one language only: an article's, a document's", () => {
  const found = (heading: string) => told(trial(`${heading}\n`), "title-in-one-language", "missing");
  expect(found("## 1 Seul")).toEqual(["warning en"]);
  expect(found("## 1 Seul |")).toEqual(["warning en"]);
  expect(found("## 1 | Alone")).toEqual(["warning fr"]);
  expect(found("## 1 Annexe | Annexe")).toEqual([]);
  expect(found("---\nterms: trial\nversion: 1\ntitle: { fr: Seul }\n---\n")).toEqual(["warning en"]);
});

test("figures that the two languages take up differently, or that no clause gives", () => {
  const block = "```clause duty\nid: text\nparty: provider\nwhen: incident.received\nwithin: 30 days\n```";
  expect(told(trial(pair("Délai : {{within}}.", "Soon.", block)), "holes-differ", "holes")).toEqual(["warning within"]);
  expect(told(trial(pair("Délai : {{witin}}.", "Time: {{witin}}.", block)), "hole-empty", "hole")).toEqual(["error witin"]);
  expect(told(trial(pair("Délai : {{text.within}}.", "Time: {{text.within}}.", block)), "hole-empty")).toEqual([]);
});

test("a figure that the languages give differently, and the side that applies", () => {
  const block = "```clause duty\nid: text\nparty: provider\nevery: { fr: day, en: week }\nkept-by: backup.completed\n```";
  const both = `---\nterms: trial\nversion: 1\nrank: terms\ntitle: { fr: E, en: T }\nzone: Europe/Paris\nholidays: FR\nlanguage: both\n---\n`;
  const found = trial(`${both}\n${pair("Rythme : {{every}}.", "Rhythm: {{every}}.", block)}`);
  expect(told(found, "languages-differ", "fr", "en", "applies")).toEqual(["warning text day week day"]);
  expect(told(found, "no-language-prevails")).toEqual(["warning"]);
  expect(told(trial(`${both}\n${pair("Rien.", "Nothing.")}`), "no-language-prevails")).toEqual(["note"]);
  expect(told(trial(pair("Rythme : {{every}}.", "Rhythm: {{every}}.", block)), "no-language-prevails")).toEqual([]);
});

test("an article number that stands twice, and a clause name that does", () => {
  expect(told(trial("## 3-2 A | B\n\n## 3-2 C | D\n"), "article-twice", "number")).toEqual(["warning 3-2"]);
  const twice = "```clause statement\nid: text\n```\n\n```clause statement\nid: text\n```\n";
  expect(told(trial(twice), "name-twice")).toEqual(["error text"]);
});

test("what the authors recorded: a reading, a contradiction, a doubt", () => {
  const text = `
\`\`\`clause right
id: leave
party: customer
used-by: termination.notified
reading: any form
alternatives: { any form: {}, letter: { in-form: letter } }
because: { fr: rien n'est dit, en: nothing is said }
contradicts: stay
doubt: { fr: Trop court., en: Too short., mend-fr: Allonger., mend-en: Lengthen. }
\`\`\`

\`\`\`clause statement
id: stay
\`\`\`
`;
  const found = trial(text);
  expect(told(found, "reading-chosen", "reading", "others", "whyen")).toEqual(["note leave any form letter nothing is said"]);
  expect(told(found, "contradiction", "other")).toEqual(["warning leave stay"]);
  expect(told(found, "doubt", "sayen", "menden")).toEqual(["warning leave Too short. Lengthen."]);
});
