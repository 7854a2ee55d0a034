import { scoped } from "#platform/database/scope.ts";
import { addMembership } from "#platform/identity/memberships.ts";
import { openIdentity } from "#platform/identity/open-identity.ts";
import { addPerson } from "#platform/identity/people.ts";
import { deriveKey } from "#platform/keys/master.ts";
import type { Installation } from "../main.ts";
import type { AddPerson } from "./make.ts";

/** Does something that makes people in an installation, and closes its identities afterwards. Nobody is mailed. */
export async function withPeople<T>({ database, master, ledger }: Installation, work: (add: AddPerson) => Promise<T>): Promise<T> {
  const identity = openIdentity({ login: database.logins.identity, database: database.app, secret: deriveKey(master, "identity") });
  try {
    return await work(async ({ memberships, ...person }) => {
      const id = await addPerson(identity, { ...person, language: "fr", emailVerified: true });
      for (const { tenant, role } of memberships)
        await scoped(database.app, [tenant], (transaction) => addMembership(transaction, { tenant, person: id, role }, ledger.now()));
    });
  } finally {
    await identity.close();
  }
}
