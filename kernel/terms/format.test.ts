import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTimeline } from "./example.ts";
import { COLUMNS, formatTerms } from "./format.ts";
import { readDocument } from "./read.ts";
import { readSource } from "./source.ts";

const front = "---\nterms: sample\nversion: 1\nrank: terms\ntitle: { fr: Exemple, en: Sample }\nlanguage: both\n---\n";

const format = (text: string) => formatTerms("sample.md", text).text;
const body = (text: string) => {
  const { text: formatted, problems } = formatTerms("sample.md", front + text);
  expect(problems).toEqual([]);
  return formatted.slice(front.length + 1, -1);
};

/** What a file says: everything read from it, without lines and with prose as its words. */
function meaning(file: string, text: string) {
  const { source, clauses, factKinds, examples, problems } = readDocument(readSource(file, text));
  const words = (prose: string) => prose.split(/[ \t\n]+/).join(" ");
  return {
    front: source.front,
    articles: source.articles.map(({ number, title, parts }) => ({
      number,
      title,
      parts: parts.map((part) => (part.is === "paragraph" ? [words(part.fr), words(part.en)] : [part.word, part.name])),
    })),
    clauses: clauses.map(({ kind, id, raw, home }) => ({ kind, id, raw, deed: home.deed && [words(home.deed.fr), words(home.deed.en)] })),
    factKinds,
    examples: examples.map((example) => {
      const { timeline } = readTimeline(file, example);
      return {
        name: example.name,
        timeline: { ...timeline, lines: timeline.lines.map((line) => ({ ...line, when: line.when.replace("T", " "), line: 0 })) },
      };
    }),
    problems: problems.map(({ code, args }) => ({ code, args })),
  };
}

const files = ["law", "contracts"].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => ({ file: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, "utf8") })),
);

describe("every file of contracts/ and law/", () => {
  test.each(files)("$file means the same once formatted, and formatting again changes nothing", ({ file, text }) => {
    const { text: formatted, problems } = formatTerms(file, text);
    expect(problems).toEqual([]);
    expect(meaning(file, formatted)).toEqual(meaning(file, text));
    expect(formatTerms(file, formatted).text).toBe(formatted);
  });

  test.each(files)("$file has no long line of running text", ({ file, text }) => {
    let inExample = false;
    let inList = false;
    const long = formatTerms(file, text)
      .text.split("\n")
      .filter((line) => {
        if (line.startsWith("```")) inExample = line.startsWith("```example");
        inList = line !== "" && (inList || /^\s*[-*] /.test(line));
        return line.length > COLUMNS && !inExample && !inList && !line.startsWith("#");
      });
    expect(long).toEqual([]);
  });

  test.each(files)(
    "$file comes out the same in whatever order its keys were written, comments above the keys they speak of",
    ({ file, text }) => {
      const commented = commentedOn(formatTerms(file, text).text);
      fc.assert(
        fc.property(fc.infiniteStream(fc.nat({ max: 1000 })), (numbers) => {
          const { text: formatted, problems } = formatTerms(file, shuffled(commented, numbers));
          expect(problems).toEqual([]);
          expect(formatted).toBe(commented);
        }),
        { numRuns: 2 },
      );
    },
  );
});

/** The top keys of every clause, fact and front matter in another order, each with the comment above it. */
function shuffled(text: string, numbers: Iterator<number>): string {
  return inBlocks(text, (lines) => {
    const keys: { rank: number; lines: string[] }[] = [];
    let above: string[] = [];
    for (const line of lines) {
      if (line.startsWith("#")) above.push(line);
      else if (/^[^\s-]/.test(line)) {
        keys.push({ rank: numbers.next().value as number, lines: [...above, line] });
        above = [];
      } else keys.at(-1)!.lines.push(line);
    }
    return [...keys.toSorted((a, b) => a.rank - b.rank).flatMap((key) => key.lines), ...above];
  });
}

function commentedOn(text: string): string {
  return inBlocks(text, (lines) =>
    lines.flatMap((line, index) => (/^[^\s#-]/.test(line) && index % 3 === 0 ? [`# on ${line.split(":")[0]!}`, line] : [line])),
  );
}

function inBlocks(text: string, change: (lines: string[]) => string[]): string {
  return text.replaceAll(/^(```(?:clause|fact)[^\n]*|---)\n([^]*?)\n(```|---)$/gm, (_, open: string, inside: string, close: string) =>
    [open, ...change(inside.split("\n")), close].join("\n"),
  );
}

describe("a file as its author left it", () => {
  test("keys in the order of the kind, notes at the end, comments where they belong", () => {
    const messy = `## 1 Titre   |Title
fr: Un   texte   [[fait]].
en: not yet a paragraph of its own

en: A text [[done]].
\`\`\`clause    duty
reading: one
within:   48 hours   # two days
# who tells
party: provider

when: [ breach.known,data.lost ]
id: notice
where: {cause: "a, b",   by: [customer]}
mystery: kept where it is
because: { fr: "oui : non", en: b }
\`\`\`
`;
    expect(body(messy)).toBe(`## 1 Titre | Title

fr: Un texte [[fait]]. en: not yet a paragraph of its own

en: A text [[done]].

\`\`\`clause duty
id: notice
# who tells
party: provider
when: [breach.known, data.lost]
where: { cause: "a, b", by: [customer] }
within: 48 hours # two days
reading: one
because: { fr: "oui : non", en: b }
mystery: kept where it is
\`\`\``);
  });

  test("a map too long for its line becomes one entry a line", () => {
    const long = `where: { cause: [${Array.from({ length: 12 }, (_, n) => `cause number ${n}`).join(", ")}] }`;
    const formatted = body(`\`\`\`clause statement\nid: x\n${long}\n\`\`\`\n`);
    expect(formatted).toContain("where:\n  cause:\n    - cause number 0\n    - cause number 1\n");
  });

  test("holes, deeds and names in backquotes are never broken; a mark never starts a line", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "mot",
            "[[prévenir tout de suite le client]]",
            "{{autre-clause.figure}}",
            "`C. civ. 1170`",
            "délai : {{within}}",
            "fin ;",
            "- tiret",
            "« cité »",
            "2. second",
            "# dièse",
          ),
          { minLength: 1, maxLength: 60 },
        ),
        (words) => {
          const text = `${front}\nfr: A ${words.join(" ")}\n\nen: A ${words.join(" ")}\n`;
          const formatted = format(text);
          expect(meaning("sample.md", formatted)).toEqual(meaning("sample.md", text));
          expect(format(formatted)).toBe(formatted);
          for (const line of formatted.slice(front.length).split("\n")) {
            expect(line).not.toMatch(/^(?:[-:;»]|\d+\.|# d)/);
            expect(line.split("[[").length).toBe(line.split("]]").length);
            expect(line.split("`").length % 2).toBe(1);
          }
        },
      ),
    );
  });

  test("list items stay on their lines", () => {
    expect(body("fr: Voici :   \n- un ;\n- deux.\n\nen: Here:\n- one;\n- two.\n")).toBe(
      "fr: Voici :\n- un ;\n- deux.\n\nen: Here:\n- one;\n- two.",
    );
  });

  test("example columns are aligned, and what it composes stands above", () => {
    const messy = `\`\`\`example one
seats.at-most:   3
2025-01-10 10:00 seat.assigned U-1 by customer
2025-01-10 10:00 -> no seats   # a comment

2025-02-01 →  seats U-4 refused


2025-02-02T10:00    seat.released U-1
\`\`\`
`;
    expect(body(messy)).toBe(`\`\`\`example one
seats.at-most: 3

2025-01-10 10:00   seat.assigned U-1 by customer
2025-01-10 10:00 → no seats   # a comment

2025-02-01       → seats U-4 refused

2025-02-02 10:00   seat.released U-1
\`\`\``);
  });
});

describe("a file that cannot be read whole is given back as it was, with its problems", () => {
  test.each([
    ["no front matter", "fr: Bonjour\n", "front-matter-missing"],
    ["front matter left open", "---\nterms: x\n", "front-matter-open"],
    ["broken YAML", `${front}\n\`\`\`clause duty\nid: [a\n\`\`\`\n`, "yaml"],
    ["a key written twice", `${front}\n\`\`\`clause duty\nid: a\nid: b\n\`\`\`\n`, "yaml"],
    ["a block left open", `${front}\n\`\`\`clause duty\nid:   a\n`, "block-open"],
    ["a line that is nothing", `${front}\nhello   there\n`, "line-not-understood"],
    ["half a character", `${front}\nfr: caf\uFFFD   x\n\nen: x\n`, "text-not-utf8"],
    ["an example line", `${front}\n\`\`\`example a\n2025-01-01 → what   is this\n\`\`\`\n`, "example-line"],
  ])("%s", (_, text, code) => {
    const { text: formatted, problems } = formatTerms("sample.md", text);
    expect(formatted).toBe(text);
    expect(problems.map((one) => one.code)).toContain(code);
  });

  test("whatever the text, nothing is thrown", () => {
    const piece = fc.constantFrom(
      "---\n",
      "```clause duty\n",
      "```\n",
      "id: a\n",
      "fr: un\n",
      "en: one\n",
      "\n",
      "## 1 a | b\n",
      "# t\n",
      "a: &x [1]\n",
      "b: *x\n",
      "c: |\n  d  \n",
      "[[",
      "}}",
      "`",
      "2025-01-01 → x open\n",
      "```example e\n",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = front + pieces.join("");
        const { text: formatted, problems } = formatTerms("sample.md", text);
        if (problems.length > 0) expect(formatted).toBe(text);
        else {
          expect(meaning("sample.md", formatted)).toEqual(meaning("sample.md", text));
          expect(format(formatted)).toBe(formatted);
        }
      }),
      { numRuns: 500 },
    );
  });
});
