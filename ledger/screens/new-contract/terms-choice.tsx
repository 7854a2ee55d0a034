import { ActionIcon, Checkbox } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useServer } from "#web/kit/server.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { Waiting } from "#web/kit/waiting.tsx";
import { useLanguage } from "#web/kit/words/language.tsx";
import { latestOf, type LibraryDocument } from "../library/documents.ts";
import styles from "./new-contract.module.css";

interface Chosen {
  terms: readonly string[];
  law: readonly string[];
  choose: (chosen: { terms?: readonly string[]; law?: readonly string[] }) => void;
}

/** The documents of the contract: law, ticked already, and terms in the order in which they count. */
export function TermsChoice({ terms, law, choose }: Chosen) {
  const { language, say } = useLanguage();
  const server = useServer();
  const found = useQuery({ queryKey: ["documents"], queryFn: async () => (await server.GET("/api/v1/documents")).data!.items });
  if (found.error) return <Trouble error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Waiting what={{ fr: "La bibliothèque arrive.", en: "The library is coming." }} />;
  const latest = latestOf(found.data);
  const toggle = (list: readonly string[], id: string) => (list.includes(id) ? list.filter((one) => one !== id) : [...list, id]);
  const label = ({ title, version }: LibraryDocument) => (
    <>
      {title[language]} <span className={styles.version}>{version}</span>
    </>
  );
  const move = (id: string) => {
    const at = terms.indexOf(id);
    choose({ terms: terms.with(at, terms[at - 1]!).with(at - 1, id) });
  };
  const own = latest.filter(({ rank }) => rank !== "law");
  const sorted = [...terms.flatMap((id) => own.find((one) => one.id === id) ?? []), ...own.filter(({ id }) => !terms.includes(id))];
  return (
    <>
      <fieldset className={styles.choices}>
        <legend>{say({ fr: "Conditions et annexes, la première l'emportant", en: "Terms and annexes, the first prevailing" })}</legend>
        {sorted.map((one) => (
          <div key={one.id} className={styles.choice}>
            <Checkbox label={label(one)} checked={terms.includes(one.id)} onChange={() => choose({ terms: toggle(terms, one.id) })} />
            {terms.indexOf(one.id) > 0 && (
              <ActionIcon
                variant="default"
                onClick={() => move(one.id)}
                aria-label={say({ fr: "Placer {title} avant", en: "Move {title} up" }, { title: one.title[language] })}
              >
                ↑
              </ActionIcon>
            )}
          </div>
        ))}
      </fieldset>
      {own.length === 0 && (
        <p>
          {say({ fr: "La bibliothèque n'a pas encore de conditions.", en: "The library has no terms yet." })}{" "}
          <Link to="/library">{say({ fr: "Ajoutez-en.", en: "Add some." })}</Link>
        </p>
      )}
      <fieldset className={styles.choices}>
        <legend>{say({ fr: "Loi applicable", en: "Law that applies" })}</legend>
        {latest
          .filter(({ rank }) => rank === "law")
          .map((one) => (
            <div key={one.id} className={styles.choice}>
              <Checkbox label={label(one)} checked={law.includes(one.id)} onChange={() => choose({ law: toggle(law, one.id) })} />
            </div>
          ))}
      </fieldset>
    </>
  );
}
