import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAsk } from "#web/kit/asking.ts";
import { hasPasskeys } from "#web/kit/passkeys.ts";
import { Row, Rows } from "#web/kit/rows.tsx";
import { Section } from "#web/kit/section.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { dayWords } from "#web/kit/words/instants.ts";
import { useLanguage } from "#web/kit/words/language.tsx";
import { AddPasskey } from "./add-passkey.tsx";
import { type Passkey, passkeys } from "./asked.ts";
import { RemovePasskey } from "./remove-passkey.tsx";

/** Keys that a device keeps, and opens by a finger, a face or its own code. */
export function Passkeys() {
  const { language, say } = useLanguage();
  const ask = useAsk();
  const found = useQuery({ queryKey: ["account", "passkeys"], queryFn: () => passkeys(ask) });
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Passkey>();
  const nameOf = ({ name }: Passkey) => name ?? say({ fr: "Sans nom", en: "Unnamed" });
  return (
    <Section
      title={say({ fr: "Clés d'accès", en: "Passkeys" })}
      lead={say({
        fr: "Votre appareil vous reconnaît et entre pour vous, sans mot de passe ni code. Rien à retenir, rien à voler à distance.",
        en: "Your device recognises you and signs you in, without password or code. Nothing to remember, nothing to steal from afar.",
      })}
    >
      <Trouble error={found.error} again={() => void found.refetch()} />
      {found.data && found.data.length > 0 && (
        <Rows label={say({ fr: "Vos clés d'accès", en: "Your passkeys" })}>
          {found.data.map((passkey) => (
            <Row
              key={passkey.id}
              name={nameOf(passkey)}
              about={
                passkey.createdAt &&
                say({ fr: "depuis le {day}", en: "since {day}" }, { day: dayWords(Date.parse(passkey.createdAt), language) })
              }
              actions={
                <Button
                  variant="subtle"
                  color="missed"
                  size="compact-sm"
                  aria-label={say({ fr: "Retirer {name}", en: "Remove {name}" }, { name: nameOf(passkey) })}
                  onClick={() => setLeaving(passkey)}
                >
                  {say({ fr: "Retirer", en: "Remove" })}
                </Button>
              }
            />
          ))}
        </Rows>
      )}
      {hasPasskeys() ? (
        <Button mt={found.data?.length ? "md" : 0} variant="default" onClick={() => setAdding(true)}>
          {say({ fr: "Ajouter une clé d'accès", en: "Add a passkey" })}
        </Button>
      ) : (
        <p>{say({ fr: "Ce navigateur n'a pas de clés d'accès.", en: "This browser has no passkeys." })}</p>
      )}
      {adding && <AddPasskey close={() => setAdding(false)} />}
      {leaving && <RemovePasskey passkey={leaving} name={nameOf(leaving)} close={() => setLeaving(undefined)} />}
    </Section>
  );
}
