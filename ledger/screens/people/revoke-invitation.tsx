import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Confirm } from "#web/kit/confirm.tsx";
import { useServer } from "#web/kit/server.tsx";
import { useSpace } from "#web/kit/space.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { type Invitation, revoke } from "./asked.ts";

export function RevokeInvitation({ invitation: { invitation, email }, close }: { invitation: Invitation; close: () => void }) {
  const say = useSay();
  const server = useServer();
  const queries = useQueryClient();
  const { tenant } = useSpace().here;
  const withdraw = useMutation({
    mutationFn: () => revoke(server, tenant, invitation),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["invitations"] });
      close();
    },
  });
  return (
    <Confirm
      title={say({ fr: "Retirer cette invitation ?", en: "Withdraw this invitation?" })}
      deed={say({ fr: "Retirer", en: "Withdraw" })}
      act={withdraw}
      close={close}
    >
      <p>
        {say(
          {
            fr: "Le lien envoyé à {email} n'ouvrira plus, et l'adresse est oubliée ici. Vous pourrez inviter à nouveau.",
            en: "The link that went to {email} will open nothing any more, and the address is forgotten here. You may invite again.",
          },
          { email },
        )}
      </p>
    </Confirm>
  );
}
