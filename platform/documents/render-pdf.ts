import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import type { PrintedDocument } from "./document.ts";
import { frame } from "./frame.ts";
import { furnish } from "./furniture.ts";
import { layOut } from "./lay-out.ts";
import { takePen } from "./pen.ts";
import { setBlocks } from "./set-block.ts";
import { setTitle } from "./set-text.ts";
import { escapeMetadata } from "./xmp.ts";

type Pdf = InstanceType<typeof PDFDocument>;

/**
 * The document as a tagged PDF/A-3a (ISO 19005-3), A4, fonts embedded. The same input gives the same bytes: dates come from `createdAt`, and the
 * file's identifier from the content. Throws UnprintableText for a character that the font does not have, RangeError for an uneven table.
 */
export async function renderPdf(document: PrintedDocument): Promise<Buffer> {
  const { language, title, subtitle, blocks } = document;
  const pdf = openPdf(document);
  const pen = takePen(pdf, language);
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  const head = setTitle(pen, root, { title, ...(subtitle !== undefined && { subtitle }) });
  const rows = setBlocks(pen, root, blocks);
  const [opening, ...others] = rows;
  const spaced = opening === undefined ? [] : [{ ...opening, before: Math.max(30, opening.before) }, ...others];
  const placed = layOut([...head, ...spaced], { first: frame.top + 14, top: frame.top, bottom: frame.bottom });
  const total = (placed.at(-1)?.page ?? 0) + 1;
  for (let index = 0; index < total; index++) {
    pdf.addPage();
    furnish(pen, document, index, total);
    for (const { row, page, top } of placed) if (page === index) row.draw(top);
  }
  root.end();
  enclose(pdf, document);
  escapeMetadata(pdf);
  pdf.end();
  return buffer(pdf);
}

function openPdf(document: PrintedDocument): Pdf {
  const { language, title, reference, author, createdAt } = document;
  const info = {
    Title: title,
    Author: author,
    Subject: reference,
    Creator: "Tenu",
    CreationDate: new Date(createdAt),
    ContentSHA256: digestOf(document), // pdfkit makes the file's identifier out of all that stands here
  };
  return new PDFDocument({
    autoFirstPage: false,
    size: "A4",
    margin: 0,
    bufferPages: true,
    pdfVersion: "1.7",
    subset: "PDF/A-3a",
    tagged: true,
    lang: language,
    displayTitle: true,
    info,
  });
}

function digestOf(document: PrintedDocument): string {
  const plain = JSON.stringify(document, (_key, value: unknown) =>
    value instanceof Uint8Array ? createHash("sha256").update(value).digest("hex") : value,
  );
  return createHash("sha256").update(plain).digest("hex");
}

function enclose(pdf: Pdf, { enclosures = [], createdAt }: PrintedDocument): void {
  const date = new Date(createdAt);
  for (const { name, contentType: type, description, relationship, content } of enclosures) {
    const options = { name, type, description, relationship, creationDate: date, modifiedDate: date };
    pdf.file(Buffer.from(content), options);
  }
}
