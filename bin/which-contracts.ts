import type { Which } from "#ledger/contracts/every-contract.ts";
import { Misused } from "./arguments.ts";
import { type Call, type Option, value } from "./call.ts";

/** Which contracts of an installation a command goes through. */
export const whichOptions: Readonly<Record<string, Option>> = {
  contract: { value: "ID", words: { fr: "un seul contrat, par son identifiant", en: "one contract only, by its identifier" } },
  after: { value: "ID", words: { fr: "reprendre derrière ce contrat", en: "go on behind this contract" } },
};

const FORM = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function whichOf(call: Call): Which {
  const [only, after] = ["contract", "after"].map((name) => {
    const id = value(call, name);
    if (id !== undefined && !FORM.test(id))
      throw new Misused({
        fr: `« ${id} » n'est pas l'identifiant d'un contrat : 32 chiffres hexadécimaux en minuscules, avec tirets.`,
        en: `"${id}" is no identifier of a contract: 32 hexadecimal digits in lower case, with hyphens.`,
      });
    return id;
  });
  return { ...(only !== undefined && { only }), ...(after !== undefined && { after }) };
}

export function noSuchContract(id: string): Misused {
  return new Misused({ fr: `Aucun contrat ne porte l'identifiant ${id}.`, en: `No contract has the identifier ${id}.` });
}
