import { useMutation } from "@tanstack/react-query";
import { useLanguage } from "../../kit/words/language.tsx";
import { beginAsOwner } from "./asked.ts";
import styles from "./enter.module.css";
import { useGoIn } from "./entering.ts";
import { type Newcomer, NewcomerForm } from "./newcomer-form.tsx";

/** The first person of an installation, who names the provider. */
export function FirstOwner({ code }: { code: string }) {
  const { language, say } = useLanguage();
  const goIn = useGoIn();
  const begin = useMutation({
    mutationFn: ({ provider, ...person }: Newcomer) => beginAsOwner(language, code, provider, person),
    onSuccess: goIn,
  });
  return (
    <>
      <h1>{say({ fr: "Vous êtes la première personne ici.", en: "You are the first person here." })}</h1>
      <p className={styles.lead}>
        {say({
          fr: "Nommez l'entreprise qui fournit les services, puis vous-même : vous en serez responsable, et inviterez les autres.",
          en: "Name the company that provides the services, then yourself: you will be its owner, and invite the others.",
        })}
      </p>
      <NewcomerForm founds strong act={begin} send={(newcomer) => begin.mutate(newcomer)} deed={say({ fr: "Commencer", en: "Begin" })} />
    </>
  );
}
