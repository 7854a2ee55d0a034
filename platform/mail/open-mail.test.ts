import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Letter } from "./mail.ts";
import { PermanentMailFailure, TemporaryMailFailure } from "./mail-failure.ts";
import { type OpenedMail, openMail } from "./open-mail.ts";
import { openSmtp } from "./smtp.ts";
import { readSmtpUrl } from "./smtp-settings.ts";

const at = Date.UTC(2026, 10, 22, 9, 30);
const letter: Letter = {
  from: "Équipe Tenu <contrats@tenu.example>",
  to: ["Zoé Lefèvre <zoe@client.example>"],
  subject: "Votre contrat n° 12 : signé, déjà en vigueur — merci à vous",
  text: "Bonjour Zoé,\n\nLe préavis est de 30 jours ; il court dès aujourd’hui.\n.\nÀ bientôt\n",
  date: at,
};

let directory: string;
let opened: OpenedMail;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "mail-"));
  opened = await openMail({ directory, now: () => at });
});

afterEach(async () => {
  await opened.mail.close();
  await rm(directory, { recursive: true });
});

async function caught() {
  const [latest] = (await opened.catcher?.list()) ?? [];
  return { latest, letter: await opened.catcher?.read(latest?.id ?? "") };
}

describe("mail without configuration", () => {
  it("stays in the house, and is read as it was written, accents included", async () => {
    const sent = await opened.mail.send({ ...letter, messageId: "<order-12@tenu.example>" });
    expect(sent).toEqual({ accepted: ["zoe@client.example"], refused: [], id: "<order-12@tenu.example>" });
    const { latest, letter: read } = await caught();
    expect(latest).toMatchObject({ at, from: "contrats@tenu.example", to: ["zoe@client.example"], subject: letter.subject });
    expect(read).toEqual({
      from: "Équipe Tenu <contrats@tenu.example>",
      to: "Zoé Lefèvre <zoe@client.example>",
      subject: letter.subject,
      date: "Sun, 22 Nov 2026 09:30:00 +0000",
      messageId: "<order-12@tenu.example>",
      text: letter.text,
      attachments: [],
    });
    expect((await readdir(directory)).toSorted()).toEqual([`${latest?.id}.eml`, "index.jsonl"].toSorted());
  });

  it("carries both forms of the text, and attachments byte for byte", async () => {
    const content = Uint8Array.from({ length: 70_000 }, (_, i) => (i * 31) % 256);
    const filename = "Contrat de maintenance — signé par les deux parties, été 2026 (définitif).pdf";
    const html = "<p>Bonjour Zoé&nbsp;: <b>30 €</b> par mois, à partir d’aujourd’hui.</p>";
    await opened.mail.send({ ...letter, html, attachments: [{ filename, content, contentType: "application/pdf" }] });
    const { letter: read } = await caught();
    expect(read?.text).toBe(letter.text);
    expect(read?.html?.trim()).toBe(html);
    expect(read?.attachments).toEqual([{ filename, contentType: "application/pdf", content: Buffer.from(content) }]);
  });

  it("keeps every one of many messages sent together, latest first", async () => {
    await Promise.all(Array.from({ length: 25 }, (_, i) => opened.mail.send({ ...letter, subject: `n° ${i}` })));
    await opened.mail.send({ ...letter, subject: "last" });
    const list = (await opened.catcher?.list()) ?? [];
    expect(list[0]?.subject).toBe("last");
    expect(new Set(list.map(({ subject }) => subject)).size).toBe(26);
  });

  it("listens on this machine only, and reads only what it listed", async () => {
    expect(opened.catcher?.url).toMatch(/^smtp:\/\/127\.0\.0\.1:\d+\?tls=never$/);
    expect(await opened.catcher?.read("../../etc/passwd")).toBeUndefined();
  });

  it("cannot be made to add lines of somebody else's to the head", async () => {
    await opened.mail.send({ ...letter, subject: "Hello\r\nBcc: spy@elsewhere.example" });
    const { latest } = await caught();
    expect(latest?.to).toEqual(["zoe@client.example"]);
    expect((await opened.catcher?.raw(latest?.id ?? ""))?.toString()).not.toMatch(/^Bcc/im);
  });
});

describe("a message that is not accepted", () => {
  let server: SMTPServer;
  const reply = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code });

  beforeEach(async () => {
    server = new SMTPServer({
      disabledCommands: ["STARTTLS"],
      authOptional: true,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, callback) => callback(reply(535, "wrong password")),
      onRcptTo: ({ address }, _session, callback) => {
        if (address.startsWith("nobody")) callback(reply(550, "no such mailbox"));
        else if (address.startsWith("busy")) callback(reply(450, "mailbox busy"));
        else callback();
      },
      onData: (stream, _session, callback) => stream.resume().on("end", () => callback()),
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });

  afterEach(() => new Promise<void>((resolve) => server.close(resolve)));

  const port = () => (server.server.address() as AddressInfo).port;

  async function sent(to: string[], url = `smtp://127.0.0.1:${port()}?tls=never&timeout=2`) {
    const mail = openSmtp(readSmtpUrl(url));
    try {
      return await mail.send({ ...letter, to });
    } finally {
      await mail.close();
    }
  }

  it("fails for good where the recipient is unknown, in the server's own words", async () => {
    const failure = await sent(["nobody@client.example"]).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PermanentMailFailure);
    expect(failure).toMatchObject({
      reply: 550,
      message: expect.stringMatching(/^mail server 127\.0\.0\.1:\d+: .*no such mailbox.*Mend: correct/),
    });
  });

  it("goes to the others where only one is unknown, and says which", async () => {
    expect(await sent(["nobody@client.example", "zoe@client.example"])).toMatchObject({
      accepted: ["zoe@client.example"],
      refused: [{ address: "nobody@client.example", reason: "550 no such mailbox" }],
    });
  });

  it("may pass later where the mailbox is busy", async () => {
    const failure = await sent(["busy@client.example"]).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TemporaryMailFailure);
    expect(failure).toMatchObject({ reply: 450 });
  });

  it("may pass later where our password is wrong, and the password is not told", async () => {
    const failure = await sent(["zoe@client.example"], `smtp://me:s3cret@127.0.0.1:${port()}?tls=never`).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TemporaryMailFailure);
    expect((failure as Error).message).toMatch(/Mend: correct the user and password/);
    expect((failure as Error).message).not.toContain("s3cret");
  });

  it("may pass later where the server will not encrypt and we require it", async () => {
    await expect(sent(["zoe@client.example"], `smtp://127.0.0.1:${port()}?timeout=2`)).rejects.toBeInstanceOf(TemporaryMailFailure);
  });

  it("may pass later where the server is dead", async () => {
    const dead = await unusedPort();
    await expect(sent(["zoe@client.example"], `smtp://127.0.0.1:${dead}?tls=never`)).rejects.toBeInstanceOf(TemporaryMailFailure);
  });

  it("may pass later where the server says nothing", async () => {
    const silent = createServer(() => {}).listen(0, "127.0.0.1");
    await new Promise((resolve) => silent.once("listening", resolve));
    const { port: quiet } = silent.address() as AddressInfo;
    await expect(sent(["zoe@client.example"], `smtp://127.0.0.1:${quiet}?tls=never&timeout=1`)).rejects.toBeInstanceOf(
      TemporaryMailFailure,
    );
    silent.close();
  });

  it("fails for good without any recipient", async () => {
    await expect(sent([])).rejects.toBeInstanceOf(PermanentMailFailure);
  });
});

async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
