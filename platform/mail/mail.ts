import type { Instant } from "#kernel/time/instant.ts";

export interface Attachment {
  /** As the recipient sees it; any language. */
  filename: string;
  content: Uint8Array;
  /** A media type. */
  contentType: string;
}

/** A message to send. Addresses are `name@host` or `Name <name@host>` (RFC 5322); accents are welcome everywhere. */
export interface Letter {
  from: string;
  to: readonly string[];
  subject: string;
  text: string;
  html?: string;
  attachments?: readonly Attachment[];
  /** `<unique@host>`: the same on a second try, so that the recipient can tell. One is made up when absent. */
  messageId?: string;
  /** What the Date line says. */
  date: Instant;
}

/** What the next server took upon itself. It is not yet delivered. */
export interface Sent {
  /** Bare addresses. */
  accepted: readonly string[];
  /** Those refused while others were accepted, with the server's words. */
  refused: readonly { address: string; reason: string }[];
  /** The Message-ID line, with its angle brackets. */
  id: string;
}

export interface Mail {
  /** Throws TemporaryMailFailure or PermanentMailFailure where no recipient was accepted. */
  send(letter: Letter): Promise<Sent>;
  close(): Promise<void>;
}
