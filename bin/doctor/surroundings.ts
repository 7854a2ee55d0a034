import { statfsSync } from "node:fs";
import type { Configuration } from "#platform/configuration.ts";
import { readSmtpUrl } from "#platform/mail/smtp-settings.ts";
import { attention, type Finding, holds, notPromised } from "./finding.ts";

const LEAST_NODE = 24;
const LEAST_ROOM = 1_000_000_000;

export function node(): Finding[] {
  const { node: version } = process.versions;
  const words = { fr: `Node ${version}`, en: `Node ${version}` };
  return [
    Number(version.split(".")[0]) >= LEAST_NODE
      ? holds("node", words)
      : attention("node", words, { fr: `installer Node ${LEAST_NODE}`, en: `install Node ${LEAST_NODE}` }),
  ];
}

export function mail({ smtp }: Configuration): Finding[] {
  if (smtp === undefined)
    return [
      notPromised(
        "mail",
        { fr: "aucun message ne sort : ils sont gardés dans un dossier", en: "no message leaves: they are kept in a folder" },
        { fr: "SMTP_URL=smtp://utilisateur:motdepasse@serveur:587", en: "SMTP_URL=smtp://user:password@host:587" },
      ),
    ];
  const { host, port, tls } = readSmtpUrl(smtp);
  const where = `${host}:${port}`;
  return tls === "always" || tls === "required"
    ? [holds("mail", { fr: `les messages partent par ${where}, chiffrés`, en: `messages leave through ${where}, encrypted` })]
    : [
        notPromised(
          "mail",
          {
            fr: `les messages partent par ${where}, sans chiffrement exigé (tls=${tls})`,
            en: `messages leave through ${where}, encryption not required (tls=${tls})`,
          },
          { fr: "ôter tls=… de SMTP_URL", en: "take tls=… out of SMTP_URL" },
        ),
      ];
}

export function region({ region: said }: Configuration): Finding[] {
  return [
    said === "undeclared"
      ? notPromised(
          "region",
          { fr: "rien ne dit où sont les données", en: "nothing says where the data lies" },
          { fr: "TENU_REGION=fr-par", en: "TENU_REGION=fr-par" },
        )
      : holds("region", {
          fr: `les données sont dites être à ${said} ; Tenu le croit et ne mesure rien`,
          en: `the data is said to lie in ${said}; Tenu believes it and measures nothing`,
        }),
  ];
}

export function disk({ directory }: Configuration): Finding[] {
  const { bavail, bsize } = statfsSync(directory);
  const free = bavail * bsize;
  const [fr, en] = [(free / 1e9).toFixed(1).replace(".", ","), (free / 1e9).toFixed(1)];
  return [
    free >= LEAST_ROOM
      ? holds("disk", { fr: `${fr} Go libres`, en: `${en} GB free` })
      : attention(
          "disk",
          { fr: `${fr} Go libres`, en: `${en} GB free` },
          { fr: "faire de la place dans le dossier de données", en: "make room in the data directory" },
        ),
  ];
}

/** What no set-up of Tenu gives by itself. */
export function never({ host, port, logins, directory }: Configuration): Finding[] {
  const address = `${host.includes(":") ? `[${host}]` : host}:${port}`;
  const copied = logins
    ? { fr: "la base (pg_basebackup ou pg_dump)", en: "the database (pg_basebackup or pg_dump)" }
    : { fr: `${directory}/database, serveur arrêté`, en: `${directory}/database, with the server stopped` };
  return [
    notPromised(
      "tls",
      { fr: `Tenu parle HTTP en clair sur ${address}`, en: `Tenu speaks plain HTTP on ${address}` },
      {
        fr: "placer devant un mandataire qui chiffre, et régler TENU_PROXIES",
        en: "put a proxy that encrypts in front, and set TENU_PROXIES",
      },
    ),
    notPromised(
      "backups",
      { fr: "Tenu ne fait aucune sauvegarde", en: "Tenu makes no backup" },
      {
        fr: `copier ${copied.fr} et le reste de ${directory}, au même moment ; ${directory}/keys à part, jamais avec la base (docs/operate.md)`,
        en: `copy ${copied.en}, and the rest of ${directory}, at the same moment; ${directory}/keys apart, never with the database (docs/operate.md)`,
      },
    ),
    notPromised(
      "machines",
      {
        fr: "un seul serveur par base : si la machine tombe, rien ne prend le relais tout seul",
        en: "one server a database: if the machine fails, nothing takes over by itself",
      },
      { fr: "docs/scale.md", en: "docs/scale.md" },
    ),
  ];
}
