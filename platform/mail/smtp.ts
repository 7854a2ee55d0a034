import { createTransport } from "nodemailer";
import type { Letter, Mail, Sent } from "./mail.ts";
import { failureOf, PermanentMailFailure } from "./mail-failure.ts";
import type { SmtpSettings } from "./smtp-settings.ts";

/**
 * Mail through an SMTP server (RFC 5321), over connections that are kept and reused. Certificates are always verified
 * (a private authority goes into NODE_EXTRA_CA_CERTS).
 */
export function openSmtp(settings: SmtpSettings): Mail {
  const { host, port, user, password, tls, connections, timeout } = settings;
  const server = `${host}:${port}`;
  const transport = createTransport({
    pool: true,
    host,
    port,
    ...(user !== undefined && { auth: { user, pass: password ?? "" } }),
    secure: tls === "always",
    requireTLS: tls === "required",
    ignoreTLS: tls === "never",
    opportunisticTLS: tls === "offered",
    tls: { minVersion: "TLSv1.2" },
    maxConnections: connections,
    maxRequeues: 1,
    connectionTimeout: timeout * 1000,
    greetingTimeout: timeout * 1000,
    socketTimeout: timeout * 1000,
    dnsTimeout: timeout * 1000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (letter) => {
      if (letter.to.length === 0) throw new PermanentMailFailure(`mail "${letter.subject}": it has no recipient. Mend: give at least one`);
      try {
        return sentOf(await transport.sendMail(messageOf(letter)));
      } catch (error) {
        throw failureOf(error, server);
      }
    },
    close: async () => transport.close(),
  };
}

function messageOf({ from, to, subject, text, html, attachments = [], messageId, date }: Letter) {
  return {
    from,
    to: [...to],
    subject,
    text,
    ...(html !== undefined && { html }),
    ...(messageId !== undefined && { messageId }),
    date: new Date(date),
    attachments: attachments.map(({ filename, content, contentType }) => ({ filename, content: Buffer.from(content), contentType })),
  };
}

interface Outcome {
  messageId: string;
  accepted: readonly (string | { address: string })[];
  rejectedErrors?: readonly (Error & { recipient?: string | undefined; response?: string | undefined })[] | undefined;
}

function sentOf({ messageId, accepted, rejectedErrors = [] }: Outcome): Sent {
  return {
    id: messageId,
    accepted: accepted.map((each) => (typeof each === "string" ? each : each.address)),
    refused: rejectedErrors.map(({ recipient = "", response, message }) => ({ address: recipient, reason: response ?? message })),
  };
}
