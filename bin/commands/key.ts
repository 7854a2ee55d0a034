import { newId } from "#platform/database/new-id.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import { scoped } from "#platform/database/scope.ts";
import { makeKey } from "#platform/http/keys.ts";
import { isScope, type Scope, scopes } from "#platform/http/scopes.ts";
import type { Installation } from "../../main.ts";
import { Misused } from "../arguments.ts";
import { type Command, FINE, value } from "../call.ts";
import { installationOptions, openFor } from "../installation.ts";
import { writeJson } from "../json/write.ts";

export const key: Command = {
  name: "key",
  words: { fr: "crée une clé pour l'API ; la première fait le prestataire", en: "makes a key for the API; the first makes the provider" },
  usage: "create",
  options: {
    ...installationOptions,
    name: { value: "NAME", words: { fr: "à quoi sert la clé", en: "what the key is for" } },
    provider: { value: "NAME", words: { fr: "le nom du prestataire, pour la première clé", en: "the provider's name, for the first key" } },
    tenant: { value: "ID", words: { fr: "à qui est la clé (sinon : au prestataire)", en: "whose key it is (else the provider's)" } },
    scopes: {
      value: "LIST",
      words: {
        fr: `ce qu'elle permet (sinon : tout) : ${scopes.join(", ")}`,
        en: `what it may do (else everything): ${scopes.join(", ")}`,
      },
    },
  },
  examples: ['tenu key create --provider "Example Software" --name desk'],
  async run(call) {
    if (call.names[0] !== "create" || call.names.length > 1)
      throw new Misused({ fr: "Dites : tenu key create.", en: "Say: tenu key create." });
    const wanted = scopesOf(value(call, "scopes"));
    const installation = await openFor(call);
    try {
      const tenant = value(call, "tenant") ?? (await provider(installation, value(call, "provider")));
      const { key: made, secret } = await scoped(installation.database.app, [tenant], (transaction) =>
        makeKey(transaction, "installation", { tenant, name: value(call, "name") ?? "command", scopes: wanted }, call.now),
      );
      if (call.json) writeJson(call.terminal, "key", { key: made.key, tenant, scopes: made.scopes, secret });
      else call.terminal.write(`${secret}\n`);
      return FINE;
    } finally {
      await installation.close();
    }
  },
};

function scopesOf(text: string | undefined): readonly Scope[] {
  if (text === undefined) return scopes;
  const words = text.split(",").map((word) => word.trim());
  const stray = words.find((word) => !isScope(word));
  if (stray !== undefined)
    throw new Misused({
      fr: `« ${stray} » n'est pas un droit : ${scopes.join(", ")}.`,
      en: `"${stray}" is no scope: ${scopes.join(", ")}.`,
    });
  return words as Scope[];
}

/** The provider's tenant, made with the first key. */
async function provider({ database, ledger }: Installation, name: string | undefined): Promise<string> {
  const { rows } = await database.app.query<{ tenant: string | null }>("select platform.provider() as tenant");
  const known = rows[0]?.tenant;
  if (known !== null && known !== undefined) return known;
  if (name === undefined)
    throw new Misused({
      fr: "La première clé dit aussi qui est le prestataire : --provider NOM.",
      en: "The first key also says who the provider is: --provider NAME.",
    });
  const tenant = newId(ledger.now());
  await scoped(database.app, [tenant], (transaction) =>
    transaction.rows({
      text: "insert into platform.tenant (tenant_id, kind, name, created) values ($1, 'provider', $2, $3)",
      values: [tenant, name, formatInstant(ledger.now())],
    }),
  );
  return tenant;
}
