import { spawnSync } from "node:child_process";
import { inflateSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import type { PrintedDocument } from "./document.ts";
import { renderPdf } from "./render-pdf.ts";
import { english, french } from "./sample.ts";
import { UnprintableText } from "./unprintable-text.ts";

/** The bytes as text with each stream inflated: enough to find what a validator looks for first. */
function opened(pdf: Buffer): string {
  const source = pdf.toString("latin1");
  return source.replaceAll(/(<<(?:(?!endobj)[\s\S])*?>>)\s*stream\r?\n([\s\S]*?)\r?\nendstream/g, (_, dictionary: string, body: string) => {
    const bytes = Buffer.from(body, "latin1");
    return `${dictionary}\nstream\n${(dictionary.includes("/FlateDecode") ? inflateSync(bytes) : bytes).toString("latin1")}\nendstream`;
  });
}

/** The object with this number. */
function objectOf(text: string, number: string | undefined): string {
  return new RegExp(`(?:^|\\n)${number} 0 obj\\n([\\s\\S]*?)\\nendobj`).exec(text)?.[1] ?? "";
}

const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;
const plain: PrintedDocument = { ...english, blocks: [], enclosures: [] };

describe.each([
  ["French", french, "fr"],
  ["English", english, "en"],
])("the %s sample, structurally", (_, document, language) => {
  let text: string;
  let catalog: string;

  beforeAll(async () => {
    text = opened(await renderPdf(document));
    catalog = objectOf(text, /\/Root (\d+) 0 R/.exec(text)?.[1]);
  });

  it("says its language, that it is tagged, and that its title is to be shown", () => {
    expect(catalog).toContain(`/Lang (${language})`);
    expect(objectOf(text, /\/MarkInfo (\d+) 0 R/.exec(catalog)?.[1])).toContain("/Marked true");
    expect(objectOf(text, /\/StructTreeRoot (\d+) 0 R/.exec(catalog)?.[1])).toMatch(/\/K \[\d+ 0 R\]/);
    expect(objectOf(text, /\/ViewerPreferences (\d+) 0 R/.exec(catalog)?.[1])).toContain("/DisplayDocTitle true");
  });

  it("claims PDF/A-3a in well-formed metadata, and has an output intent with its profile", () => {
    const metadata = objectOf(text, /\/Metadata (\d+) 0 R/.exec(catalog)?.[1]);
    expect(metadata).toContain("<pdfaid:part>3</pdfaid:part>");
    expect(metadata).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
    expect(metadata).toContain("Atelier Morvan &amp; Cie");
    expect(metadata).not.toMatch(/&(?!amp;|lt;|gt;)/);
    const intent = objectOf(text, /\/OutputIntents \[(\d+) 0 R\]/.exec(catalog)?.[1]);
    expect(intent).toContain("/S /GTS_PDFA1");
    expect(objectOf(text, /\/DestOutputProfile (\d+) 0 R/.exec(intent)?.[1])).toContain("/N 3");
  });

  it("embeds each font, with a way back to characters, and is not encrypted", () => {
    const fonts = count(text, /\/Subtype \/Type0/g);
    expect(fonts).toBeGreaterThan(1);
    expect(count(text, /\/FontFile2 \d+ 0 R/g)).toBe(count(text, /\/Type \/FontDescriptor/g));
    expect(count(text, /\/ToUnicode \d+ 0 R/g)).toBe(fonts);
    expect(text).not.toMatch(/\/Subtype \/Type1|\/Encrypt /);
  });

  it("never shows the glyph of a character that is missing", () => {
    const shown = [...text.matchAll(/\[([^\]]*)\] TJ/g)].map((match) => match[1] ?? "").join("");
    const drawn = [...shown.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex]) => hex?.match(/.{4}/g) ?? []);
    expect(drawn.length).toBeGreaterThan(100);
    expect(drawn).not.toContain("0000");
  });

  it("marks all that is drawn as part of the structure or as decoration", () => {
    const pages = [...text.matchAll(/stream\n(1 0 0 -1 0 841\.89 cm[\s\S]*?)\nendstream/g)].map((match) => match[1] ?? "");
    expect(pages.length).toBe(count(text, /\/Type \/Page\n/g));
    for (const page of pages) {
      let depth = 0;
      for (const [operator] of page.matchAll(/\b(?:BDC|BMC|EMC|TJ|Tj|S)(?=\n|$)/g)) {
        if (operator === "BDC" || operator === "BMC") depth++;
        else if (operator === "EMC") depth--;
        else expect(depth).toBe(1);
      }
      expect(depth).toBe(0);
    }
  });

  it("has heads of columns, heads of rows and cells tagged as such", () => {
    expect(count(text, /\/Scope \/Column/g)).toBeGreaterThan(2);
    expect(count(text, /\/Scope \/Row/g)).toBeGreaterThan(2);
    expect(count(text, /\/S \/TH\n/g)).toBe(count(text, /\/Scope \/(?:Column|Row)/g));
    for (const type of ["Document", "H1", "H2", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TD"])
      expect(text).toContain(`/S /${type}\n`);
  });

  it("carries its data beside the page, whole, and says how they belong together", () => {
    const [, specification] = /\/AF \[(\d+) 0 R\]/.exec(catalog) ?? [];
    const file = objectOf(text, specification);
    expect(file).toContain("/AFRelationship /Data");
    const embedded = objectOf(text, /\/EF <<\n\/F (\d+) 0 R/.exec(file)?.[1]);
    expect(embedded).toContain("/Subtype /application#2Fjson");
    expect(embedded).toContain('{"total":"5222880.00"}');
    expect(embedded).toMatch(/\/ModDate \(D:2026/);
    expect(text).toContain("/EmbeddedFiles");
  });
});

describe("the bytes of a document", () => {
  it("are the same for the same input", async () => {
    expect(await renderPdf(french)).toEqual(await renderPdf(structuredClone(french)));
  });

  it("have another identifier where anything differs, be it only an enclosed byte or a moment", async () => {
    const [enclosure] = english.enclosures ?? [];
    if (enclosure === undefined) throw new Error("the sample has no enclosure");
    const others = [
      { ...english, createdAt: english.createdAt + 1000 },
      { ...english, enclosures: [{ ...enclosure, content: new Uint8Array(3) }] },
    ];
    const ids = await Promise.all(
      [english, ...others].map(async (each) => /\/ID \[(<[0-9a-f]{32}>) \1\]/.exec((await renderPdf(each)).toString("latin1"))?.[1]),
    );
    expect(new Set(ids).size).toBe(3);
    expect(ids).not.toContain(undefined);
  });

  it("make one page at least", async () => {
    expect(opened(await renderPdf(plain))).toMatch(/\/Type \/Pages\n\/Count 1\n/);
  });
});

describe("what cannot be set", () => {
  it("is named: a character that the font does not have", async () => {
    const failure = renderPdf({ ...plain, blocks: [{ kind: "paragraph", text: "signed by 山田" }] });
    await expect(failure).rejects.toThrow(UnprintableText);
    await expect(failure).rejects.toThrow(/document text "山田": .*U\+5C71.*Mend/);
  });

  it("is named: a row with too few cells", async () => {
    const columns = ["a", "b"].map((head) => ({ head, share: 1, align: "start" as const }));
    await expect(renderPdf({ ...plain, blocks: [{ kind: "table", columns, rows: [["one"]] }] })).rejects.toThrow(
      /row \["one"\] has 1 cells for 2 columns/,
    );
  });
});

describe("the text, for those who search, copy or have it read", () => {
  const there = spawnSync("pdftotext", ["-v"]).error === undefined;

  // pdftotext comes with poppler: where it is absent, this one test is skipped.
  it.skipIf(!there)("is the text that was set, in its order, with page numbers (needs pdftotext)", async () => {
    const { stdout } = spawnSync("pdftotext", ["-", "-"], { input: await renderPdf(french), encoding: "utf8" });
    const text = stdout.replaceAll(/\s+/g, " ");
    expect(text).toContain("Que faut-il entendre par « anomalie » ? Tout écart reproductible");
    expect(text).toContain("40 000 € 12, rue de l’Œuvre");
    expect(text).toContain("Søren Łukasiewicz");
    for (const page of [1, 2, 3, 4]) expect(text).toMatch(new RegExp(` ${page} ?/ ?4 `));
    expect(text.indexOf("Objet")).toBeLessThan(text.indexOf("Résiliation"));
  });
});
