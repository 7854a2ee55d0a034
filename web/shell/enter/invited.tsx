import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Refusal } from "../../kit/server.tsx";
import { Trouble } from "../../kit/trouble.tsx";
import { Waiting } from "../../kit/waiting.tsx";
import { useLanguage } from "../../kit/words/language.tsx";
import { roleMay, roleWords } from "../../kit/words/roles.ts";
import { readInvitation } from "./asked.ts";
import styles from "./enter.module.css";
import { Invitee } from "./invitee.tsx";

/** An invitation, by its link: who invites to what, and what it takes to accept. */
export function Invited({ code }: { code: string }) {
  const { language, say } = useLanguage();
  const [left, setLeft] = useState(0);
  const read = useQuery({ queryKey: ["invitation", code, language], queryFn: () => readInvitation(language, code), staleTime: Infinity });
  if (read.error) return <NotGood error={read.error} again={() => void read.refetch()} />;
  if (!read.data) return <Waiting what={{ fr: "On lit l'invitation.", en: "Reading the invitation." }} />;
  const { tenant, role, by } = read.data;
  const may = roleMay(role);
  return (
    <>
      <h1>{tenant.name}</h1>
      <p className={styles.lead}>
        {by === undefined
          ? say({ fr: "Vous êtes invité à entrer, dans le rôle : ", en: "You are invited, in the role: " })
          : say({ fr: "{by} vous invite à entrer, dans le rôle : ", en: "{by} invites you, in the role: " }, { by })}
        <strong>{say(roleWords(role))}</strong>. {may && say(may)}
      </p>
      <Invitee key={left} code={code} invitation={read.data} signedOut={() => setLeft(left + 1)} />
    </>
  );
}

function NotGood({ error, again }: { error: Error; again: () => void }) {
  const { say } = useLanguage();
  if (!(error instanceof Refusal) || error.problem.status >= 500 || error.problem.status === 429)
    return <Trouble error={error} again={again} />;
  return (
    <div role="alert">
      <h1>{say({ fr: "Cette invitation ne vaut plus.", en: "This invitation is no longer good." })}</h1>
      <p className={styles.lead}>
        {say({
          fr: "Elle a été acceptée, retirée, ou son délai est passé. Qui vous a invité peut en envoyer une autre.",
          en: "It was accepted, withdrawn, or its time is over. Whoever invited you can send another.",
        })}
      </p>
    </div>
  );
}
