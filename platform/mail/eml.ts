import { decodeBody, decodeWords } from "./mime-decoding.ts";

/** A message as a screen shows it. Lines end in \n; what was not understood is shown as it came. */
export interface ReadLetter {
  from: string;
  to: string;
  subject: string;
  /** The Date line as written (RFC 5322). */
  date: string;
  messageId: string;
  text?: string;
  html?: string;
  attachments: { filename: string; contentType: string; content: Buffer }[];
}

interface Part {
  headers: Map<string, string>;
  /** Bytes as latin1, so that none is lost. */
  body: string;
}

/** Reads a message (RFC 5322, MIME: RFC 2045–2047, 2231): enough to look at what we sent, not at all that the world may send. */
export function readEml(bytes: Uint8Array): ReadLetter {
  const whole = partOf(Buffer.from(bytes).toString("latin1"));
  const line = (name: string) => decodeWords(whole.headers.get(name) ?? "");
  const letter: ReadLetter = {
    from: line("from"),
    to: line("to"),
    subject: line("subject"),
    date: line("date"),
    messageId: line("message-id"),
    attachments: [],
  };
  for (const part of leavesOf(whole, 0)) place(part, letter);
  return letter;
}

function place({ headers, body }: Part, letter: ReadLetter): void {
  const type = headers.get("content-type") ?? "text/plain";
  const contentType = (type.split(";")[0] as string).trim().toLowerCase();
  const disposition = headers.get("content-disposition") ?? "";
  const content = decodeBody(body, headers.get("content-transfer-encoding") ?? "7bit");
  const filename = parameter(disposition, "filename") ?? parameter(type, "name");
  const shown = !/^\s*attachment/i.test(disposition) && filename === undefined;
  if (shown && (contentType === "text/plain" || contentType === "text/html")) {
    const words = new TextDecoder(parameter(type, "charset") ?? "utf-8").decode(content).replaceAll("\r\n", "\n");
    letter[contentType === "text/plain" ? "text" : "html"] ??= words;
  } else letter.attachments.push({ filename: filename ?? "", contentType, content });
}

/** The parts that hold no others, in order. */
function leavesOf(part: Part, depth: number): Part[] {
  const type = part.headers.get("content-type") ?? "";
  const boundary = /^\s*multipart\//i.test(type) ? parameter(type, "boundary") : undefined;
  if (boundary === undefined || depth > 10) return [part];
  const pieces = `\r\n${part.body}`.split(`\r\n--${boundary}`).slice(1);
  const open = pieces.filter((piece) => !piece.startsWith("--"));
  return open.flatMap((piece) => leavesOf(partOf(piece.replace(/^[ \t]*\r\n/, "")), depth + 1));
}

function partOf(source: string): Part {
  const end = source.startsWith("\r\n") ? 0 : source.indexOf("\r\n\r\n");
  const head = end === -1 ? source : source.slice(0, end);
  const lines = head.replaceAll(/\r\n(?=[ \t])/g, "").split("\r\n");
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: end === -1 ? "" : source.slice(end === 0 ? 2 : end + 4) };
}

/** A parameter of a structured line, also where it is continued or in another character set (RFC 2231). */
function parameter(line: string, name: string): string | undefined {
  const found = [...line.matchAll(/;\s*([\w-]+)(?:\*(\d+))?(\*)?=(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/g)].filter(
    (match) => match[1]?.toLowerCase() === name,
  );
  if (found.length === 0) return undefined;
  const pieces = found.toSorted((a, b) => Number(a[2] ?? 0) - Number(b[2] ?? 0));
  const value = pieces.map((match) => match[4]?.replaceAll(/\\(.)/g, "$1") ?? match[5] ?? "").join("");
  return found.some((match) => match[3] === "*") ? decodePercents(value) : decodeWords(value);
}

function decodePercents(value: string): string {
  const [, charset = "utf-8", encoded = value] = /^([^']*)'[^']*'(.*)$/.exec(value) ?? [];
  const bytes = encoded.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return new TextDecoder(charset).decode(Buffer.from(bytes, "latin1"));
}
