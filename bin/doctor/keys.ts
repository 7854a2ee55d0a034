import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { verifierKeyToText } from "#kernel/evidence/verifier-key.ts";
import type { Configuration } from "#platform/configuration.ts";
import { openMaster } from "#platform/keys/master.ts";
import { openSigning } from "#platform/keys/signing.ts";
import { attention, type Finding, holds, notPromised } from "./finding.ts";

/** Who may read the keys, where the master key comes from, and by which key evidence is signed. Makes no key. */
export async function keys({ directory, masterKey, name }: Configuration): Promise<Finding[]> {
  const folder = join(directory, "keys");
  const missing = [...(masterKey === undefined ? ["master"] : []), "signing.key"].filter((file) => !existsSync(join(folder, file)));
  if (missing.length > 0) {
    const files = missing.map((file) => join(folder, file)).join(", ");
    return [
      attention(
        "keys",
        { fr: `il n'y a pas de ${files}`, en: `there is no ${files}` },
        {
          fr: "si cette installation a déjà servi, reprendre les clés de leur sauvegarde ; sinon tenu serve les crée",
          en: "if this installation has served before, restore the keys from their backup; else tenu serve makes them",
        },
      ),
    ];
  }
  const signing = await openSigning(folder, await openMaster(folder, masterKey), name);
  const line = verifierKeyToText({ name: signing.name, use: "note", publicKey: signing.publicKey });
  return [
    readers(folder),
    masterKey === undefined
      ? notPromised(
          "master key",
          {
            fr: `la clé maîtresse est le fichier ${join(folder, "master")} : qui copie le dossier des clés les lit toutes`,
            en: `the master key is the file ${join(folder, "master")}: who copies the keys directory can read them all`,
          },
          { fr: "la donner par TENU_MASTER_KEY, d'un coffre de secrets", en: "give it as TENU_MASTER_KEY, from a vault of secrets" },
        )
      : holds("master key", { fr: "la clé maîtresse vient de l'environnement", en: "the master key comes from the environment" }),
    holds("evidence key", { fr: `les preuves sont signées par ${line}`, en: `evidence is signed by ${line}` }),
    ...(name === "tenu.local"
      ? [
          notPromised(
            "name",
            {
              fr: "le nom tenu.local ne distingue cette installation d'aucune autre",
              en: "the name tenu.local tells this installation from no other",
            },
            {
              fr: "régler TENU_NAME sur un nom qui vous appartient, avant les premières preuves",
              en: "set TENU_NAME to a name of yours, before the first evidence",
            },
          ),
        ]
      : []),
  ];
}

function readers(folder: string): Finding {
  if (process.platform === "win32")
    return notPromised("keys", {
      fr: "sous Windows, qui peut lire les clés dépend du dossier : Tenu ne le regarde pas",
      en: "on Windows who may read the keys depends on the folder: Tenu does not look",
    });
  const open = [folder, ...readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file))].filter(
    (path) => (statSync(path).mode & 0o077) !== 0 && (path === folder || statSync(path).isFile()),
  );
  if (open.length === 0)
    return holds("keys", { fr: `seul leur propriétaire lit les clés de ${folder}`, en: `only their owner reads the keys in ${folder}` });
  return attention(
    "keys",
    { fr: `d'autres peuvent lire ${open.slice(0, 3).join(", ")}`, en: `others may read ${open.slice(0, 3).join(", ")}` },
    { fr: `chmod -R go= ${folder}`, en: `chmod -R go= ${folder}` },
  );
}
