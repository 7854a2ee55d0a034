import type PDFDocument from "pdfkit";

/** What of pdfkit we reach into, beyond its types. */
interface Inner {
  info: Record<string, unknown>;
  endMetadata(): void;
}

/** pdfkit 0.20 writes the title and its like into the XML of the metadata as they are: an ampersand would break it. */
export function escapeMetadata(pdf: InstanceType<typeof PDFDocument>): void {
  const inner = pdf as unknown as Inner;
  const endMetadata = inner.endMetadata.bind(pdf);
  inner.endMetadata = () => {
    const plain = inner.info; // already written to the document's own dictionary
    inner.info = Object.fromEntries(Object.entries(plain).map(([key, value]) => [key, typeof value === "string" ? escaped(value) : value]));
    endMetadata();
    inner.info = plain;
  };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
