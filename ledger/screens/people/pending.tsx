import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Row, Rows } from "#web/kit/rows.tsx";
import { useServer } from "#web/kit/server.tsx";
import { useSpace } from "#web/kit/space.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { distanceWords } from "#web/kit/words/instants.ts";
import { useLanguage } from "#web/kit/words/language.tsx";
import { roleWords } from "#web/kit/words/roles.ts";
import { type Invitation, invitations } from "./asked.ts";
import { RevokeInvitation } from "./revoke-invitation.tsx";
import styles from "./people.module.css";

/** The invitations that wait for an answer. Says nothing where there is none. */
export function Pending({ given }: { given: readonly string[] }) {
  const { language, say } = useLanguage();
  const server = useServer();
  const { tenant } = useSpace().here;
  const [leaving, setLeaving] = useState<Invitation>();
  const found = useQuery({ queryKey: ["invitations", tenant], queryFn: () => invitations(server, tenant) });
  const title = say({ fr: "Invitations sans réponse", en: "Invitations without an answer" });
  if (found.error) return <Trouble error={found.error} again={() => void found.refetch()} />;
  if (!found.data || found.data.length === 0) return null;
  return (
    <section className={styles.pending} aria-label={title}>
      <h2>{title}</h2>
      <Rows label={title}>
        {found.data.map((invitation) => (
          <Row
            key={invitation.invitation}
            name={invitation.email}
            about={
              invitation.mailed
                ? say({ fr: "partie par courriel", en: "sent by mail" })
                : say({ fr: "remise de la main à la main", en: "handed over" })
            }
            state={
              <>
                <strong className={styles.role}>{say(roleWords(invitation.role))}</strong>
                <span className={styles.since}>
                  {say(
                    { fr: "expire {when}", en: "expires {when}" },
                    { when: distanceWords(Date.parse(invitation.expires), Date.now(), language) },
                  )}
                </span>
              </>
            }
            actions={
              given.includes(invitation.role) && (
                <Button
                  variant="subtle"
                  color="missed"
                  size="compact-sm"
                  aria-label={say(
                    { fr: "Retirer l'invitation de {email}", en: "Withdraw the invitation of {email}" },
                    { email: invitation.email },
                  )}
                  onClick={() => setLeaving(invitation)}
                >
                  {say({ fr: "Retirer", en: "Withdraw" })}
                </Button>
              )
            }
          />
        ))}
      </Rows>
      {leaving && <RevokeInvitation invitation={leaving} close={() => setLeaving(undefined)} />}
    </section>
  );
}
