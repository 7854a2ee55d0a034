import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Choices, Dialog } from "#web/kit/dialog.tsx";
import { useServer } from "#web/kit/server.tsx";
import { useSpace } from "#web/kit/space.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { endMembership, type Member } from "./asked.ts";
import { InviteForm } from "./invite-form.tsx";

/** Ends an access, and has somebody else invited in its place where that is wanted. */
export function EndMembership({
  member: { person, name, role },
  last,
  given,
  close,
}: {
  member: Member;
  /** Whether nobody else has that role. */
  last: boolean;
  given: readonly string[];
  close: () => void;
}) {
  const say = useSay();
  const server = useServer();
  const queries = useQueryClient();
  const { person: self, here } = useSpace();
  const [replacing, setReplacing] = useState(false);
  const own = person === self.id;
  const end = useMutation({
    mutationFn: (_replace: boolean) => endMembership(server, here.tenant, person),
    onSuccess: async (_, replace) => {
      if (own) return queries.invalidateQueries({ queryKey: ["me"] });
      void queries.invalidateQueries({ queryKey: ["members"] });
      void queries.invalidateQueries({ queryKey: ["invitations"] });
      return replace ? setReplacing(true) : close();
    },
  });
  if (replacing)
    return (
      <Dialog title={say({ fr: "À la place de {name}", en: "In place of {name}" }, { name })} open close={close}>
        <InviteForm roles={given} role={role} close={close}>
          <p>{say({ fr: "Son accès a pris fin. Qui vient à sa place ?", en: "Their access has ended. Who comes in their place?" })}</p>
        </InviteForm>
      </Dialog>
    );
  const title = own
    ? say({ fr: "Quitter {name} ?", en: "Leave {name}?" }, { name: here.name })
    : say({ fr: "Mettre fin à l'accès de {name} ?", en: "End the access of {name}?" }, { name });
  return (
    <Dialog title={title} open close={close}>
      <p>
        {own
          ? say({
              fr: "Dès maintenant, vous n'y lisez plus rien. Pour revenir, il faudra une nouvelle invitation.",
              en: "From now on you read nothing here. To come back you will need another invitation.",
            })
          : say({
              fr: "Dès sa prochaine demande, plus rien ne s'ouvre ici, même là où une session est encore ouverte. Ses invitations restées sans réponse sont retirées. Ce qui a été fait en son nom reste inscrit.",
              en: "From the next request on nothing opens here, not even where a session is still open. Invitations from them that nobody answered are withdrawn. What was done in their name stays on record.",
            })}
      </p>
      {last && role === "administrator" && (
        <p>
          {say({
            fr: "Il ne restera aucun administrateur : plus personne ici ne pourra inviter. Faites d'abord entrer quelqu'un d'autre.",
            en: "No administrator will be left: nobody here could invite any more. Bring somebody else in first.",
          })}
        </p>
      )}
      <Trouble error={end.error} />
      <Choices>
        <Button variant="default" onClick={close} data-autofocus>
          {say({ fr: "Annuler", en: "Cancel" })}
        </Button>
        {!own && given.includes(role) && (
          <Button variant="outline" color="missed" loading={end.isPending && end.variables} onClick={() => end.mutate(true)}>
            {say({ fr: "Mettre fin et remplacer", en: "End and replace" })}
          </Button>
        )}
        <Button color="missed" loading={end.isPending && !end.variables} onClick={() => end.mutate(false)}>
          {own ? say({ fr: "Quitter", en: "Leave" }) : say({ fr: "Mettre fin", en: "End" })}
        </Button>
      </Choices>
    </Dialog>
  );
}
