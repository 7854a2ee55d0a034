import { TextInput } from "@mantine/core";
import { useState } from "react";
import { Blank } from "#web/kit/blank.tsx";
import { Section } from "#web/kit/section.tsx";
import { Shown } from "#web/kit/shown.tsx";
import { useSpace } from "#web/kit/space.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { grantLink } from "./asked-access.ts";
import styles from "./support.module.css";

/** No grant: the words to send to the customer, and the link that fills in what is asked. */
export function AskForAccess({ contract, me }: { contract: string; me: string }) {
  const say = useSay();
  const { person } = useSpace();
  const [scope, setScope] = useState("");
  const link = grantLink(location.origin, contract, { person: me, name: person.name, scope: scope.trim() });
  const words = say(
    {
      fr: "Bonjour,\nPour traiter votre demande, j'ai besoin d'un accès à ceci : {scope}. Vous pouvez l'accorder ici, pour le temps que vous voudrez, et le retirer à tout instant :\n{link}\nChaque lecture vous y sera montrée. {name}",
      en: "Hello,\nTo handle your request I need access to this: {scope}. You can grant it here, for as long as you wish, and revoke it at any instant:\n{link}\nEvery reading will be shown to you there. {name}",
    },
    { scope: scope.trim() === "" ? "…" : scope.trim(), link, name: person.name },
  );
  return (
    <Section
      title={say({ fr: "Demander l'accès", en: "Ask for access" })}
      lead={say({ fr: "Le client accorde ; nul ne peut le faire à sa place.", en: "The customer grants; nobody can in its place." })}
    >
      <Blank title={say({ fr: "Aucun accès ne vous est ouvert.", en: "No access is open to you." })}>
        {say({
          fr: "Dites à l'administrateur du client sur quoi vous devez travailler, et envoyez-lui ces mots.",
          en: "Tell the customer's administrator what you have to work on, and send these words.",
        })}
      </Blank>
      <div className={styles.form} style={{ marginTop: "1.25rem" }}>
        <TextInput
          label={say({ fr: "Sur quoi", en: "To what" })}
          value={scope}
          onChange={({ currentTarget }) => setScope(currentTarget.value)}
          autoComplete="off"
        />
      </div>
      <div className={styles.words}>
        <Shown label={say({ fr: "Les mots à envoyer", en: "The words to send" })} text={words} />
      </div>
    </Section>
  );
}
