import { describe, expect, it } from "vitest";
import { readEml } from "./eml.ts";

const eml = (...lines: string[]) => readEml(Buffer.from(lines.join("\r\n"), "latin1"));

describe("a message read from its file", () => {
  it("has its folded and encoded lines put together", () => {
    const { subject, to } = eml(
      "Subject: =?UTF-8?Q?D=C3=A9?= =?UTF-8?B?asOg?=",
      " =?UTF-8?Q?_sign=C3?= =?utf-8?q?=A9?=",
      "TO: a@b.example,",
      "\tc@d.example",
      "",
      "",
    );
    expect(subject).toBe("Déjà signé");
    expect(to).toBe("a@b.example,\tc@d.example");
  });

  it("is read in the character set that it names", () => {
    expect(
      eml("Content-Type: text/plain; charset=iso-8859-1", "Content-Transfer-Encoding: quoted-printable", "", "d=E9j=", "=E0").text,
    ).toBe("déjà");
  });

  it("takes the parts of a part, and what is named for an attachment", () => {
    const letter = eml(
      "Content-Type: multipart/mixed; boundary=outer",
      "",
      "for old programs",
      "--outer",
      'Content-Type: multipart/alternative; boundary="in ner"',
      "",
      "--in ner",
      "",
      "plain",
      "--in ner",
      "Content-Type: text/html",
      "",
      "<p>html",
      "--in ner--",
      "--outer",
      "Content-Type: text/plain",
      "Content-Disposition: attachment; filename*0*=utf-8''%C3%A9; filename*1=t.txt",
      "Content-Transfer-Encoding: base64",
      "",
      "AAEC",
      "--outer--",
      "after",
    );
    expect(letter).toMatchObject({ text: "plain", html: "<p>html" });
    expect(letter.attachments).toEqual([{ filename: "ét.txt", contentType: "text/plain", content: Buffer.from([0, 1, 2]) }]);
  });

  it("is shown as far as it can be where it is broken", () => {
    expect(eml("Subject: only a head")).toMatchObject({ subject: "only a head", from: "" });
    expect(eml("Subject: =?nonsense?Q?a?=", "", "body")).toMatchObject({ subject: "a", text: "body" });
    expect(eml("Content-Type: multipart/mixed; boundary=x", "", "--x", "", "no end").text).toBe("no end");
  });
});
