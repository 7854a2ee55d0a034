import { formatInstant } from "#kernel/time/instant.ts";
import type { Database } from "../database/connect.ts";
import { scoped } from "../database/scope.ts";
import type { KeyStore } from "../keys/key-store.ts";
import { type Handler, handler, type Try } from "../tasks/run-tasks.ts";
import { delivery } from "./announce.ts";
import { recordTry } from "./deliveries.ts";
import { type Sent, send } from "./send.ts";
import { signedHeaders } from "./signature.ts";
import { secretPurpose } from "./webhooks.ts";

export interface DeliverOptions {
  allowPrivate?: boolean;
  /** How long one try may take, in ms. */
  most?: number;
  /** After how many deliveries given up in a row a webhook is disabled. */
  patience?: number;
}

/** The version of the messages' outer shape. */
const VERSION = 1;

/** The handler that delivers: give it to runTasks. A try that is not answered with 2xx fails, and is made again later. */
export function deliverWebhooks(
  app: Database,
  keys: KeyStore,
  { allowPrivate = false, most = 15_000, patience = 10 }: DeliverOptions = {},
): Handler {
  return handler(delivery, async (message, about) => {
    const { listener, tenant, webhook } = message;
    const found = await findWebhook(app, listener, webhook, tenant);
    if (found === undefined) return;
    const secret = await keys.decryptFor(listener, undefined, secretPurpose(webhook), found.secret);
    if ("forgotten" in secret) throw new Error(`The key of tenant ${listener} is gone. Restore the keys from their backup.`);
    const { event: type, at, data } = message;
    const body = JSON.stringify({ version: VERSION, type, timestamp: formatInstant(at), tenant, data });
    const headers = signedHeaders(secret.toString("utf8"), message.message, about.now, body);
    const sent = await send({ url: found.url, headers, body, allowPrivate, most, signal: about.signal });
    if (about.signal.aborted) throw new Error("We stopped before an answer came."); // it says nothing of the receiver
    await scoped(app, [listener], (transaction) => recordTry(transaction, message, about, sent, patience));
    refuse(sent, about);
  });
}

/** The webhook, while it is there and enabled and its tenant may look into the one that the event is about. */
async function findWebhook(app: Database, listener: string, webhook: string, tenant: string) {
  const [found] = await scoped(app, [listener], (transaction) =>
    transaction.rows<{ url: string; secret: Buffer }>({
      text: `select url, secret from platform.webhook
        where tenant_id = $1 and webhook_id = $2 and disabled is null and $3::uuid = any (platform.reach($1))`,
      values: [listener, webhook, tenant],
    }),
  );
  return found;
}

function refuse(sent: Sent, { number }: Try): void {
  if ("error" in sent) throw new Error(`Try ${number}: ${sent.error}.`);
  if (sent.status === 410) return; // nobody is there any more, and the webhook is disabled
  if (sent.status < 200 || sent.status > 299) throw new Error(`Try ${number}: answered with status ${sent.status}.`);
}
