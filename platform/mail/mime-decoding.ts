/** A header's encoded words (RFC 2047) as text; other bytes beyond ASCII are taken for UTF-8 (RFC 6532). */
export function decodeWords(line: string): string {
  const utf8 = Buffer.from(line, "latin1").toString("utf8");
  const joined = utf8.replaceAll(/(=\?[^?\s]+\?[bq]\?[^?\s]*\?=)\s+(?==\?)/gi, "$1");
  // Two words may share a character between them: bytes of neighbours are put together first.
  return joined.replaceAll(/(?:=\?[^?\s]+\?[bq]\?[^?\s]*\?=)+/gi, (words) => {
    const parsed = [...words.matchAll(/=\?([^?\s]+)\?([bq])\?([^?\s]*)\?=/gi)];
    const bytes = parsed.map(([, , kind, text]) =>
      kind?.toLowerCase() === "b" ? Buffer.from(text as string, "base64") : underscored(text as string),
    );
    return decoderOf(parsed[0]?.[1]).decode(Buffer.concat(bytes));
  });
}

/** The bytes of a body. `body` holds one byte per character; an unknown encoding is left as it is. */
export function decodeBody(body: string, encoding: string): Buffer {
  const kind = encoding.trim().toLowerCase();
  if (kind === "base64") return Buffer.from(body, "base64");
  return kind === "quoted-printable" ? unquoted(body.replaceAll(/=[ \t]*\r\n/g, "")) : Buffer.from(body, "latin1");
}

function underscored(text: string): Buffer {
  return unquoted(text.replaceAll("_", " "));
}

function unquoted(text: string): Buffer {
  return Buffer.from(
    text.replaceAll(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
}

function decoderOf(charset: string | undefined) {
  try {
    return new TextDecoder(charset?.split("*")[0]);
  } catch {
    return new TextDecoder("latin1");
  }
}
