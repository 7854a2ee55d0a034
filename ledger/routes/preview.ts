import { z } from "zod";
import { compose } from "#kernel/terms/compose.ts";
import type { Contract, Particulars } from "#kernel/terms/contract.ts";
import { problem } from "#kernel/terms/problem.ts";
import type { Language } from "#kernel/words/language.ts";
import { openNames } from "#kernel/words/names.ts";
import { reading } from "#platform/database/scope.ts";
import type { Caller } from "#platform/http/authenticate.ts";
import { notFound } from "#platform/http/problems.ts";
import { route, type Route } from "#platform/http/route.ts";
import { askedOf } from "../contracts/asked.ts";
import { pin } from "../contracts/library.ts";
import type { Ledger } from "../ledger.ts";
import { tenantFor } from "./contract-for.ts";
import { findingsOf, particularsSchema } from "./contracts.ts";
import { deskOnly, faultsOf } from "./refusals.ts";
import { faultSchema, findingSchema, pinnedSchema } from "./schemas.ts";
import { voiceFor } from "./voice-for.ts";

/** A contract before it is one. */
export function previewRoutes(ledger: Ledger): Route[] {
  return [previewContract(ledger)];
}

const words = z.object({ fr: z.string(), en: z.string() });
const asking = z.object({ clause: z.string(), document: z.string(), article: z.string(), words });
const askedSchema = z
  .object({
    figures: z.array(
      asking.extend({
        address: z.string(),
        kind: z.string(),
        figure: z.string(),
        case: z.string().optional(),
        blank: z.boolean(),
        examples: z.array(z.string()),
      }),
    ),
    readings: z.array(asking.extend({ chosen: z.string().optional(), alternatives: z.array(z.string()), because: words.optional() })),
    order: z.array(asking.extend({ key: z.string(), cases: z.array(z.string()).optional() })),
  })
  .meta({ id: "Asked" });

const previewSchema = z
  .object({
    documents: z.array(pinnedSchema),
    /** What stands in the way of composing it. */
    problems: z.array(faultSchema),
    findings: z.array(findingSchema),
    /** What the order form has to say of these documents, given already or not. */
    asked: askedSchema,
    /** Who the parties are, as far as who calls may look into them. */
    parties: z.record(z.string(), z.string()),
  })
  .meta({ id: "Preview" });

const nothing = { figures: [], readings: [], order: [] };

function previewContract(ledger: Ledger): Route {
  return route({
    name: "previewContract",
    method: "post",
    path: "/contracts/preview",
    scope: "contracts:write",
    summary: {
      fr: "Ce que donneraient ces documents et cette commande, sans rien enregistrer",
      en: "What these documents and this order would make, recording nothing",
    },
    description: {
      fr: "Ce que la commande doit fixer, et les remarques du relecteur. Ce qui empêche de composer est dans « problems », et non un refus.",
      en: "What the order must fix, and what the linter finds. What is in the way of composing is in `problems`, and no refusal.",
    },
    body: particularsSchema.extend({ tenant: z.uuid().optional() }).meta({ id: "PreviewedParticulars" }),
    answers: { 200: { words: { fr: "Lu", en: "Read" }, body: previewSchema } },
    problems: [404],
    async handle({ caller, input: { body }, language }) {
      if (caller.kind === "customer") throw deskOnly();
      const { tenant, ...particulars } = body;
      const parties = await partiesOf(ledger, caller, tenant === undefined ? undefined : await tenantFor(ledger, caller, tenant));
      const order = particulars as unknown as Particulars;
      const { pinned, missing, base } = await reading(ledger.database, [], async (transaction) => {
        const found = await pin(transaction, order.documents);
        const ids = found.pinned.map(({ id }) => id);
        const bare = { documents: ids, parties: {}, figures: {}, readings: {}, order: {} };
        return { ...found, base: found.missing.length > 0 ? undefined : await ledger.compositions.open(transaction, bare, found.pinned) };
      });
      const said = (problems: Parameters<typeof faultsOf>[0]) =>
        faultsOf(problems).map((one) => ({ ...one, detail: typeof one.detail === "string" ? one.detail : one.detail[language] }));
      if (!base) {
        const place = { file: order.contract, line: 1, column: 1 };
        const problems = said(missing.map((document) => problem("document-unknown", place, { document })));
        return { status: 200, body: { documents: pinned, problems, findings: [], asked: nothing, parties } };
      }
      // Composed apart: what is being typed takes no place among the compositions that are kept.
      const whole = compose(base.library, { ...order, documents: base.particulars.documents });
      return {
        status: 200,
        body: {
          documents: pinned,
          problems: said(whole.problems),
          findings: whole.problems.length > 0 ? [] : findingsOf(ledger, whole, language),
          asked: base.problems.length > 0 ? nothing : askedOf(base, calledIn(ledger, base)),
          parties,
        },
      };
    },
  });
}

function calledIn(ledger: Ledger, contract: Contract) {
  const name = (language: Language, clause: string) => openNames(contract, voiceFor(ledger, contract, language)).clause(clause);
  return (clause: string) => ({ fr: name("fr", clause), en: name("en", clause) });
}

/** Who calls, the customer, and the distributor through whom it bought, as far as who calls may look into them. */
async function partiesOf({ database }: Ledger, caller: Caller, tenant: string | undefined): Promise<Record<string, string>> {
  const named = async (id: string) => {
    const [row] = await reading(database, [id], (transaction) =>
      transaction.rows<{ name: string; distributor: string | null }>({
        text: "select name, distributor_id as distributor from platform.tenant where tenant_id = $1",
        values: [id],
      }),
    );
    return row;
  };
  const customer = tenant === undefined ? undefined : await named(tenant);
  if (tenant !== undefined && !customer) throw notFound({ fr: "Ce client", en: "This customer" });
  const distributor = customer?.distributor ? await named(customer.distributor) : undefined;
  return {
    ...(caller.kind === "provider" && { provider: caller.name }),
    ...(distributor && { distributor: distributor.name }),
    ...(customer && { customer: customer.name }),
  };
}
