import { Button } from "@mantine/core";
import { Choices } from "#web/kit/dialog.tsx";
import { Shown } from "#web/kit/shown.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import type { Invited } from "./asked.ts";

/** How an invitation reaches whom it is for: by mail, or by hand. */
export function InvitedNow({
  invited: { email, link, sent },
  handOver,
  close,
}: {
  invited: Invited;
  handOver: (() => void) | undefined;
  close: () => void;
}) {
  const say = useSay();
  return (
    <div role="status">
      {link !== undefined && (
        <>
          <p>
            {say(
              {
                fr: "Remettez ce lien à {email}, et à personne d'autre : il vaut sept jours, sert une fois, et ne sera plus montré.",
                en: "Hand this link to {email} and nobody else: it is good for seven days, works once, and is not shown again.",
              },
              { email },
            )}
          </p>
          <Shown label={say({ fr: "Lien d'invitation", en: "Invitation link" })} text={link} />
        </>
      )}
      {link === undefined && sent !== false && (
        <p>
          {say(
            {
              fr: "L'invitation est partie à {email}. Elle vaut sept jours.",
              en: "The invitation is on its way to {email}. It is good for seven days.",
            },
            { email },
          )}
        </p>
      )}
      {link === undefined && sent === false && (
        <p>
          {say(
            {
              fr: "L'invitation de {email} est inscrite, mais le message n'a pas pu partir : l'envoi de courriels ne marche pas ici en ce moment.",
              en: "The invitation of {email} is on record, but the message could not be sent: mail does not go out from here just now.",
            },
            { email },
          )}
        </p>
      )}
      <Choices>
        {link === undefined && sent === false && handOver && (
          <Button variant="default" onClick={handOver}>
            {say({ fr: "Obtenir un lien à remettre", en: "Get a link to hand over" })}
          </Button>
        )}
        <Button onClick={close}>{say({ fr: "Terminé", en: "Done" })}</Button>
      </Choices>
    </div>
  );
}
