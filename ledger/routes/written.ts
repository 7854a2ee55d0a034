import { reading } from "#platform/database/scope.ts";
import type { Caller, People } from "#platform/http/authenticate.ts";
import { membershipsOf } from "#platform/http/memberships.ts";
import { Refused } from "#platform/http/problem.ts";
import type { Written } from "#platform/http/screens.ts";
import { scopesOf } from "#platform/identity/roles.ts";
import type { Language } from "#kernel/words/language.ts";
import { contractText } from "../contracts/text.ts";
import type { ContractName, Ledger } from "../ledger.ts";
import { contractFor } from "./contract-for.ts";

const CONTRACT = /^\/contracts\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** What stands on a contract's page before any script has run: its words, for a person who may read them. Nothing else is said of why not. */
export async function writtenContract(
  ledger: Ledger,
  people: People,
  path: string,
  headers: Headers,
  language: Language,
): Promise<Written | undefined> {
  const asked = CONTRACT.exec(path)?.[1];
  const person = asked !== undefined && headers.has("cookie") ? await people.signedIn(headers) : undefined;
  if (asked === undefined || !person) return undefined;
  for (const { tenant, kind, name, role } of await membershipsOf(ledger.database, person.id)) {
    const caller: Caller = { tenant, kind, name, by: { type: "person", id: person.id, name: person.name, role }, scopes: scopesOf(role) };
    if (!caller.scopes.includes("contracts:read")) continue;
    const found = await reached(ledger, caller, asked);
    const text =
      found && (await reading(ledger.database, [found.tenant], (transaction) => contractText(transaction, ledger, found, language)));
    if (text) return { title: text.title, html: text.html, language };
  }
  return undefined;
}

async function reached(ledger: Ledger, caller: Caller, asked: string): Promise<ContractName | undefined> {
  try {
    return await contractFor(ledger, caller, asked);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}
