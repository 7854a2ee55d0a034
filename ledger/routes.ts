import type { Pages } from "#platform/http/pages.ts";
import type { Route } from "#platform/http/route.ts";
import type { Author } from "./evidence/author.ts";
import type { Ledger } from "./ledger.ts";
import { contractRoutes } from "./routes/contracts.ts";
import { documentRoutes } from "./routes/documents.ts";
import { evidenceRoutes } from "./routes/evidence.ts";
import { factRoutes } from "./routes/facts.ts";
import { noticeRoutes } from "./routes/notices.ts";
import { paperRoutes } from "./routes/papers.ts";
import { peopleRoutes } from "./routes/people.ts";
import { standingRoutes } from "./routes/standing.ts";
import { tenantRoutes } from "./routes/tenants.ts";
import { type WebhookOptions, webhookRoutes } from "./routes/webhooks.ts";

/** What the ledger answers. */
export function ledgerRoutes(ledger: Ledger, author: Author, pages: Pages, options: WebhookOptions = {}): Route[] {
  return [
    ...tenantRoutes(ledger, pages), // customers, distributors, and their keys
    ...documentRoutes(ledger), // the library of terms
    ...contractRoutes(ledger, pages), // composing, accepting, reading
    ...factRoutes(ledger, pages), // what happened
    ...peopleRoutes(ledger), // texts about people, and their erasure
    ...standingRoutes(ledger), // what stands, why, and what changed it
    ...noticeRoutes(ledger, pages), // what was announced, and what comes next
    ...webhookRoutes(ledger, options), // who is told of it
    ...evidenceRoutes(ledger, author, pages), // and the proof of it
    ...paperRoutes(ledger, author), // the same, printed
  ];
}
