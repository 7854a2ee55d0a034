import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Empty } from "#web/kit/empty.tsx";
import { Page } from "#web/kit/page.tsx";
import { useServer } from "#web/kit/server.tsx";
import { useMay, useSpace } from "#web/kit/space.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { Waiting } from "#web/kit/waiting.tsx";
import { dayWords } from "#web/kit/words/instants.ts";
import { useLanguage } from "#web/kit/words/language.tsx";
import { AddDocument } from "./add-document.tsx";
import { type LibraryDocument, versionsOf } from "./documents.ts";
import styles from "./library.module.css";

const ranks = {
  law: { fr: "loi", en: "law" },
  terms: { fr: "conditions", en: "terms" },
  annex: { fr: "annexe", en: "annex" },
} as const;

/** The texts that contracts are composed from, each in all its versions. A version once there never changes. */
export function Screen() {
  const { say } = useLanguage();
  const server = useServer();
  const { here } = useSpace();
  const may = useMay("contracts:write") && here.kind === "provider";
  const [adding, setAdding] = useState(false);
  const found = useQuery({ queryKey: ["documents"], queryFn: async () => (await server.GET("/api/v1/documents")).data!.items });
  return (
    <Page
      title={say({ fr: "Bibliothèque", en: "Library" })}
      lead={say({
        fr: "Les textes dont les contrats se composent. Une version publiée ne change plus : qui l'a acceptée retrouve exactement celle-là.",
        en: "The texts that contracts are composed from. A published version never changes: who accepted it finds exactly that one.",
      })}
      actions={may && <Button onClick={() => setAdding(true)}>{say({ fr: "Ajouter un texte", en: "Add a text" })}</Button>}
    >
      <Trouble error={found.error} again={() => void found.refetch()} />
      {found.isPending && <Waiting what={{ fr: "La bibliothèque arrive.", en: "The library is coming." }} />}
      {found.data?.length === 0 && (
        <Empty title={say({ fr: "La bibliothèque est vide.", en: "The library is empty." })}>
          {say({
            fr: "Déposez-y des conditions écrites en Markdown : texte et règles ensemble, relus à l'arrivée.",
            en: "Put terms there, written in Markdown: text and rules together, read over as they arrive.",
          })}
        </Empty>
      )}
      <ul className={styles.list}>
        {versionsOf(found.data ?? []).map((versions) => (
          <Shelf key={versions[0]!.id} versions={versions} />
        ))}
      </ul>
      {adding && <AddDocument close={() => setAdding(false)} />}
    </Page>
  );
}

function Shelf({ versions }: { versions: readonly LibraryDocument[] }) {
  const { language, say } = useLanguage();
  const [latest, ...older] = versions;
  return (
    <li className={styles.shelf}>
      <div>
        <span className={styles.title}>{latest!.title[language]}</span>{" "}
        <span className={styles.soft}>
          {say(ranks[latest!.rank as keyof typeof ranks] ?? { fr: latest!.rank, en: latest!.rank })} · <code>{latest!.id}</code>
        </span>
      </div>
      <Version document={latest!} />
      {older.length > 0 && (
        <details>
          <summary>
            {older.length === 1
              ? say({ fr: "1 version antérieure", en: "1 earlier version" })
              : say({ fr: "{many} versions antérieures", en: "{many} earlier versions" }, { many: older.length })}
          </summary>
          {older.map((one) => (
            <Version key={one.digest} document={one} />
          ))}
        </details>
      )}
    </li>
  );
}

function Version({ document: { version, added, digest } }: { document: LibraryDocument }) {
  const { language, say } = useLanguage();
  return (
    <p className={styles.version}>
      {say(
        { fr: "version {version}, ajoutée le {day}", en: "version {version}, added {day}" },
        { version, day: dayWords(Date.parse(added), language) },
      )}{" "}
      <code title={`SHA-256 ${digest}`}>{digest.slice(0, 12)}…</code>
    </p>
  );
}
