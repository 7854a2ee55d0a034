import { Link } from "@tanstack/react-router";
import { useLanguage } from "#web/kit/words/language.tsx";
import { ContractDoors } from "../doors/contract-doors.tsx";
import type { Opened } from "./life/protocol.ts";
import styles from "./heading.module.css";

interface Head {
  contract: string;
  /** Nobody has accepted it yet. */
  draft: boolean;
  name: string | undefined;
  parties: Opened["parties"];
  documents: readonly { id: string; version: string; title: string }[];
  digests: readonly { id: string; version: string; digest: string }[];
}

/** Whose contract this is, and of which documents it is made. */
export function Heading({ contract, draft, name, parties, documents, digests }: Head) {
  const { say } = useLanguage();
  return (
    <header className={styles.heading}>
      <p className={styles.name}>{say({ fr: "Contrat", en: "Contract" })}</p>
      <h1>{name ?? "…"}</h1>
      {parties.length > 0 && (
        <dl className={styles.parties}>
          {parties.map(({ party, name: who }) => (
            <div key={party}>
              <dt>{party}</dt>
              <dd>{who}</dd>
            </div>
          ))}
        </dl>
      )}
      <ol className={styles.documents} aria-label={say({ fr: "Documents", en: "Documents" })}>
        {documents.map(({ id, version, title: document }) => (
          <li key={id}>
            {document} <span>{version}</span>
            <code>{digests.find((one) => one.id === id && one.version === version)?.digest}</code>
          </li>
        ))}
      </ol>
      {draft && (
        <p>
          <Link to="/contracts/$contract/acceptance" params={{ contract }}>
            {say({ fr: "Lire et accepter ce contrat", en: "Read and accept this contract" })}
          </Link>
        </p>
      )}
      <ContractDoors contract={contract} />
    </header>
  );
}

/** Where one signs, on paper only. */
export function Signatures({ parties }: { parties: Opened["parties"] }) {
  const { say } = useLanguage();
  return (
    <section className={styles.signatures} aria-hidden>
      {parties.map(({ party, name }) => (
        <div key={party}>
          <p>
            {name} ({party})
          </p>
          <p>{say({ fr: "Nom, qualité, date, signature :", en: "Name, capacity, date, signature:" })}</p>
        </div>
      ))}
    </section>
  );
}
