/** Not sent, and the same message may pass later: the server was away, busy or would not let us in. Keep the message and try again. */
export class TemporaryMailFailure extends Error {
  /** The SMTP reply (RFC 5321), where there was one. */
  readonly reply: number | undefined;

  constructor(message: string, reply?: number, cause?: unknown) {
    super(message, { cause });
    this.name = "TemporaryMailFailure";
    this.reply = reply;
  }
}

/** Not sent, and it will not be however often it is tried: a recipient or the message itself is refused. */
export class PermanentMailFailure extends Error {
  readonly reply: number | undefined;

  constructor(message: string, reply?: number, cause?: unknown) {
    super(message, { cause });
    this.name = "PermanentMailFailure";
    this.reply = reply;
  }
}

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** What nodemailer calls a refusal of the envelope or of the content. All else is between the servers. */
const aboutTheMessage = new Set(["EENVELOPE", "EMESSAGE"]);

/**
 * What an SMTP failure means for the message. A refused login is temporary: it is the configuration's fault, not the message's.
 * `server` is what the words call the server, without its password.
 */
export function failureOf(error: unknown, server: string): TemporaryMailFailure | PermanentMailFailure {
  const { code, command, responseCode: reply, message } = error as SmtpError;
  const said = `mail server ${server}: ${message}.`;
  if (code === "EAUTH" || code === "ENOAUTH" || command?.startsWith("AUTH")) {
    return new TemporaryMailFailure(`${said} Mend: correct the user and password of the mail URL`, reply, error);
  }
  if (!aboutTheMessage.has(code ?? "") || (reply !== undefined && reply < 500)) {
    return new TemporaryMailFailure(`${said} Mend: try again later; if it lasts, check host, port and tls of the mail URL`, reply, error);
  }
  return new PermanentMailFailure(
    `${said} Mend: correct the addresses or the message; sending it again as it is will not help`,
    reply,
    error,
  );
}
