import type { Pages } from "#platform/http/pages.ts";
import type { Route } from "#platform/http/route.ts";
import type { Identity } from "#platform/identity/identity.ts";
import type { Author } from "./evidence/author.ts";
import type { Ledger } from "./ledger.ts";
import { bookRoutes } from "./routes/book.ts";
import { changeRoutes } from "./routes/changes.ts";
import { closingRoutes } from "./routes/closing.ts";
import { contractRoutes } from "./routes/contracts.ts";
import { documentRoutes } from "./routes/documents.ts";
import { enteringRoutes } from "./routes/entering.ts";
import { evidenceRoutes } from "./routes/evidence.ts";
import { factRoutes } from "./routes/facts.ts";
import { ifToldRoutes } from "./routes/if-told.ts";
import { kindRoutes } from "./routes/kinds.ts";
import { lifeRoutes } from "./routes/life.ts";
import { noticeRoutes } from "./routes/notices.ts";
import { openingRoutes } from "./routes/opening.ts";
import { paperRoutes } from "./routes/papers.ts";
import { invitationRoutes } from "./routes/people-and-invitations.ts";
import { peopleRoutes } from "./routes/people.ts";
import { previewRoutes } from "./routes/preview.ts";
import { reportRoutes } from "./routes/reports.ts";
import { seatRoutes } from "./routes/seats.ts";
import { standingRoutes } from "./routes/standing.ts";
import { supportAccessRoutes } from "./routes/support-access.ts";
import { tenantRoutes } from "./routes/tenants.ts";
import { todayRoutes } from "./routes/today.ts";
import { type WebhookOptions, webhookRoutes } from "./routes/webhooks.ts";

export interface LedgerRoutesOptions extends WebhookOptions {
  /** Who people are; without it there are keys only. */
  identity?: Identity;
}

/** What the ledger answers. */
export function ledgerRoutes(ledger: Ledger, author: Author, pages: Pages, options: LedgerRoutesOptions = {}): Route[] {
  return [
    ...(options.identity ? enteringRoutes(options.identity) : []), // who comes
    ...tenantRoutes(ledger, pages), // customers, distributors, and their keys
    ...(options.identity ? invitationRoutes(ledger, options.identity) : []), // their people
    ...bookRoutes(ledger, pages), // and what each of them has
    ...documentRoutes(ledger), // the library of terms
    ...previewRoutes(ledger), // what would be composed
    ...contractRoutes(ledger, pages), // composing, accepting, reading
    ...kindRoutes(ledger), // what may be stated
    ...factRoutes(ledger, pages), // what happened
    ...ifToldRoutes(ledger), // what would happen
    ...openingRoutes(ledger), // first codes, activation, hand-over
    ...seatRoutes(ledger), // who uses the service, and how many may
    ...supportAccessRoutes(ledger), // whom the customer lets in
    ...reportRoutes(ledger), // who got in and should not
    ...closingRoutes(ledger), // how the account closes
    ...peopleRoutes(ledger), // texts about people, and their erasure
    ...standingRoutes(ledger), // what stands, why, and what changed it
    ...lifeRoutes(ledger, author), // its text, and what it takes to fold it elsewhere
    ...noticeRoutes(ledger, pages), // what was announced, and what comes next
    ...todayRoutes(ledger), // how much of it, and on which day
    ...changeRoutes(ledger), // what moves, as it does
    ...webhookRoutes(ledger, options), // who is told of it
    ...evidenceRoutes(ledger, author, pages), // and the proof of it
    ...paperRoutes(ledger, author), // the same, printed
  ];
}
