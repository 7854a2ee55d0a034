import { randomUUID } from "node:crypto";
import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import type { Instant } from "#kernel/time/instant.ts";
import { SMTPServer } from "smtp-server";
import { type ReadLetter, readEml } from "./eml.ts";

/** A message that the catcher kept. */
export interface Caught {
  id: string;
  at: Instant;
  /** Bare addresses, as the SMTP envelope says them. */
  from: string;
  to: string[];
  subject: string;
  /** In bytes. */
  size: number;
}

/** A mail server of our own that delivers nothing: each message becomes a file. */
export interface Catcher {
  /** For `readSmtpUrl`. */
  url: string;
  /** Latest first. */
  list(): Promise<Caught[]>;
  /** Undefined for an id that the list does not have. */
  read(id: string): Promise<ReadLetter | undefined>;
  /** The message as it came, for a mail program. */
  raw(id: string): Promise<Buffer | undefined>;
  close(): Promise<void>;
}

const LARGEST = 50 * 1024 * 1024;

/** Listens on a free port that only this machine reaches, and keeps each message as `<id>.eml` in the directory, with a line in `index.jsonl`. */
export async function startCatcher({ directory, now }: { directory: string; now: () => Instant }): Promise<Catcher> {
  await mkdir(directory, { recursive: true });
  const index = join(directory, "index.jsonl");
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    size: LARGEST,
    closeTimeout: 1000,
    onData: (stream, session, callback) => {
      const { mailFrom, rcptTo } = session.envelope;
      const from = mailFrom === false ? "" : mailFrom.address;
      keep(
        stream,
        from,
        rcptTo.map(({ address }) => address),
      ).then(() => callback(), callback);
    },
  });

  async function keep(stream: AsyncIterable<Buffer>, from: string, to: string[]): Promise<void> {
    const bytes = await buffer(stream);
    if (bytes.length > LARGEST) throw Object.assign(new Error(`more than ${LARGEST} bytes`), { responseCode: 552 });
    const caught: Caught = { id: randomUUID(), at: now(), from, to, subject: readEml(bytes).subject, size: bytes.length };
    await writeFile(join(directory, `${caught.id}.eml`), bytes, { flag: "wx" });
    await appendFile(index, `${JSON.stringify(caught)}\n`);
  }

  async function list(): Promise<Caught[]> {
    const lines = (await readFile(index, "utf8").catch(nothingYet)).split("\n").filter((line) => line !== "");
    return lines.map((line) => JSON.parse(line) as Caught).toReversed();
  }

  async function raw(id: string): Promise<Buffer | undefined> {
    const known = (await list()).some((each) => each.id === id);
    return known ? readFile(join(directory, `${id}.eml`)) : undefined;
  }

  const port = await new Promise<number>((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => resolve((server.server.address() as AddressInfo).port));
  });
  return {
    url: `smtp://127.0.0.1:${port}?tls=never`,
    list,
    raw,
    read: async (id) => {
      const bytes = await raw(id);
      return bytes && readEml(bytes);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function nothingYet(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") return "";
  throw error;
}
