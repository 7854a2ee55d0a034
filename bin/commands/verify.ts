import { hash } from "node:crypto";
import { factCatalogue } from "#catalogue";
import { digestOf } from "#kernel/evidence/canonical.ts";
import { verifyPack } from "#kernel/evidence/verify.ts";
import { clauseKinds } from "#kernel/kinds/all.ts";
import { loadReferences, rawReferences } from "#references/load.ts";
import { Misused } from "../arguments.ts";
import { type Command, FINDINGS, FINE, UNUSABLE, values } from "../call.ts";
import { readText } from "../contract/read-text.ts";
import { readKeys } from "../evidence/read-keys.ts";
import { readJsonFile } from "../evidence/read-json-file.ts";
import { verificationJson } from "../json/verification.ts";
import { writeJson } from "../json/write.ts";
import { showVerdict } from "../show/verdict.ts";

export const verify: Command = {
  name: "verify",
  words: { fr: "vérifie un dossier de preuve, hors ligne", en: "verifies a pack of evidence, offline" },
  usage: "PACK",
  more: [
    {
      fr: "PACK : le fichier d'un contrat ou d'une ligne (docs/guide/evidence.md). Rien d'autre n'est lu : ni base de données, ni réseau. La première chose qui ne tient pas est nommée.",
      en: "PACK: the file of a contract or of an item (docs/guide/evidence.md). Nothing else is read: no database, no network. The first thing that does not hold is named.",
    },
    {
      fr: "Sans --key de l'installation, la signature est vérifiée par la clé que le fichier apporte lui-même : elle ne prouve pas qui a signé. Chaque témoin dont la clé est donnée doit avoir contresigné.",
      en: "Without --key of the installation, the signature is checked by the key that the file itself brings: it does not prove who signed. Each witness whose key is given must have cosigned.",
    },
    {
      fr: "Sorties : 0 tout ce qui a été regardé tient, 1 quelque chose ne tient pas, 2 entrée inutilisable.",
      en: "Exit codes: 0 all that was looked at holds, 1 something does not hold, 2 input that cannot be used.",
    },
  ],
  options: {
    key: {
      value: "KEY",
      many: true,
      words: {
        fr: "clé de l'installation ou d'un témoin, nom+id+clé, ou fichier qui en contient une par ligne",
        en: "key of the installation or of a witness, name+id+key, or a file with one a line",
      },
    },
    checkpoint: {
      value: "FILE",
      many: true,
      words: {
        fr: "point de contrôle gardé d'avant : le journal doit le continuer",
        en: "checkpoint kept from before: the log must go on from it",
      },
    },
  },
  examples: [
    "tenu verify evidence.json --key provider.vkey",
    "tenu verify evidence.json --key provider.vkey --checkpoint march.note --json",
  ],
  async run(call) {
    const [path, ...more] = call.names;
    if (path === undefined || more.length > 0) throw new Misused({ fr: "Écrire : tenu verify FICHIER", en: "Write: tenu verify FILE" });
    const keys = values(call, "key").flatMap(readKeys);
    const earlier = values(call, "checkpoint").map(readText);
    const pack = readJsonFile(path);
    const verdict = verifyPack(pack, {
      keys,
      keysOfPack: true,
      earlier,
      library: { factKinds: factCatalogue, kinds: clauseKinds },
      references: { data: loadReferences(), digest: digestOf(rawReferences()) },
      sha256: (bytes) => hash("sha256", bytes, "buffer"),
    });
    if (call.json) writeJson(call.terminal, "verification", verificationJson(path, verdict, keys));
    else call.terminal.write(showVerdict(call.terminal, path, verdict, keys, call.language));
    if (verdict.ok) return FINE;
    return verdict.check === "format" ? UNUSABLE : FINDINGS;
  },
};
