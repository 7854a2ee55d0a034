import { unmetConditions } from "#platform/database/conditions.ts";
import type { Database } from "#platform/database/connect.ts";
import { filesOf, type Tables } from "#platform/database/migrate.ts";
import { attention, type Finding, holds, notPromised } from "./finding.ts";

/** Which PostgreSQL it is, and whose. */
export async function whichDatabase(app: Database, embedded: boolean): Promise<Finding[]> {
  const { rows } = await app.query<{ version: string }>("select split_part(current_setting('server_version'), ' ', 1) as version");
  const { version } = rows[0]!;
  const whose = embedded
    ? { fr: "embarqué, dans le dossier de données", en: "embedded, in the data directory" }
    : { fr: "à soi (DATABASE_URL)", en: "one's own (DATABASE_URL)" };
  return [holds("postgresql", { fr: `PostgreSQL ${version}, ${whose.fr}`, en: `PostgreSQL ${version}, ${whose.en}` })];
}

/** Whether the tables are those of this release. */
export async function migrations(app: Database, rooms: readonly Tables[]): Promise<Finding[]> {
  const { rows } = await app.query<{ name: string; digest: string }>("select room || '/' || name as name, digest from platform.migration");
  const applied = new Map(rows.map(({ name, digest }) => [name, digest]));
  const ours = new Map(rooms.flatMap(filesOf).map(({ room, name, digest }) => [`${room}/${name}`, digest]));
  const missing = [...ours.keys()].filter((name) => !applied.has(name));
  const changed = [...applied].filter(([name, digest]) => ours.get(name) !== digest).map(([name]) => name);
  if (changed.length > 0)
    return [
      attention(
        "migrations",
        {
          fr: `la base a été migrée par d'autres fichiers : ${changed.join(", ")}`,
          en: `the database was migrated by other files: ${changed.join(", ")}`,
        },
        { fr: "faire tourner la version qui l'a migrée, ou une plus récente", en: "run the release that migrated it, or a newer one" },
      ),
    ];
  if (missing.length > 0)
    return [
      attention(
        "migrations",
        { fr: `migrations à faire : ${missing.join(", ")}`, en: `migrations to be run: ${missing.join(", ")}` },
        { fr: "tenu serve les fait en démarrant ; sauvegarder avant", en: "tenu serve runs them as it starts; make a backup first" },
      ),
    ];
  return [holds("migrations", { fr: `${applied.size} migrations, toutes faites`, en: `${applied.size} migrations, all run` })];
}

/** Whether the database itself keeps tenants apart. */
export async function isolation(app: Database): Promise<Finding[]> {
  const unmet = await unmetConditions(app);
  if (unmet.length === 0)
    return [
      holds("isolation", {
        fr: "la base sépare elle-même les clients : sécurité par ligne imposée, connexion sans pouvoir",
        en: "the database itself keeps tenants apart: forced row security, a login without powers",
      }),
    ];
  return unmet.map(({ condition, found, mend }) =>
    attention(
      "isolation",
      { fr: `une condition de séparation ne tient pas pour ${found} (${condition})`, en: `${condition}: not so for ${found}` },
      { fr: mend, en: mend },
    ),
  );
}

const settings = ["fsync", "synchronous_commit", "full_page_writes"] as const;

/** Whether what was answered survives a power cut. */
export async function durability(app: Database): Promise<Finding[]> {
  const { rows } = await app.query<Record<string, string>>(
    `select ${settings.map((name) => `current_setting('${name}') as ${name}`).join(", ")}, current_setting('data_checksums') as checksums`,
  );
  const found = rows[0]!;
  const off = settings.filter((name) => found[name] === "off");
  const all = settings.map((name) => `${name}=${found[name]}`).join(", ");
  return [
    off.length === 0
      ? holds("durability", { fr: `ce qui est confirmé est sur le disque (${all})`, en: `what is confirmed is on the disk (${all})` })
      : attention(
          "durability",
          {
            fr: `une coupure de courant peut perdre ce qui a été confirmé (${all})`,
            en: `a power cut may lose what was confirmed (${all})`,
          },
          {
            fr: `régler ${off.map((name) => `${name}=on`).join(", ")} dans PostgreSQL`,
            en: `set ${off.map((name) => `${name}=on`).join(", ")} in PostgreSQL`,
          },
        ),
    found["checksums"] === "on"
      ? holds("checksums", { fr: "PostgreSQL vérifie chaque page qu'il lit", en: "PostgreSQL verifies each page that it reads" })
      : notPromised(
          "checksums",
          { fr: "PostgreSQL ne remarque pas une page abîmée par le disque", en: "PostgreSQL does not notice a page that the disk damaged" },
          { fr: "arrêter PostgreSQL, puis pg_checksums --enable", en: "stop PostgreSQL, then pg_checksums --enable" },
        ),
  ];
}
