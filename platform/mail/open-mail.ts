import type { Instant } from "#kernel/time/instant.ts";
import { type Catcher, startCatcher } from "./catcher.ts";
import type { Mail } from "./mail.ts";
import { openSmtp } from "./smtp.ts";
import { readSmtpUrl } from "./smtp-settings.ts";

export interface OpenedMail {
  mail: Mail;
  /** There when nothing was configured: then no message leaves the house. */
  catcher?: Catcher;
}

/**
 * The mail of an installation: through the server of the URL, or without one into the directory. Closing the mail closes the catcher.
 * Throws RangeError for a URL that `readSmtpUrl` refuses.
 */
export async function openMail({ url, directory, now }: { url?: string; directory: string; now: () => Instant }): Promise<OpenedMail> {
  if (url !== undefined) return { mail: openSmtp(readSmtpUrl(url)) };
  const catcher = await startCatcher({ directory, now });
  const smtp = openSmtp(readSmtpUrl(catcher.url));
  const close = async () => {
    await smtp.close();
    await catcher.close();
  };
  return { catcher, mail: { send: (letter) => smtp.send(letter), close } };
}
