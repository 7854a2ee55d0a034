import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Page } from "#web/kit/page.tsx";
import { useServer } from "#web/kit/server.tsx";
import { useMay, useSpace } from "#web/kit/space.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { Waiting } from "#web/kit/waiting.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { rolesGivenBy } from "#web/kit/words/roles.ts";
import { members } from "./asked.ts";
import { InviteDialog } from "./invite-dialog.tsx";
import { MemberList } from "./member-list.tsx";
import { Pending } from "./pending.tsx";

/** Who belongs to this space, who is asked to, and how that changes. */
export function Screen() {
  const say = useSay();
  const server = useServer();
  const { here } = useSpace();
  const mayWrite = useMay("people:write");
  const roles = mayWrite ? rolesGivenBy(here.role) : [];
  const [inviting, setInviting] = useState(false);
  const found = useQuery({ queryKey: ["members", here.tenant], queryFn: () => members(server, here.tenant) });
  return (
    <Page
      title={say({ fr: "Personnes", en: "People" })}
      lead={say(
        {
          fr: "Qui entre dans l'espace de {name}, et ce que chacun peut y faire.",
          en: "Who comes into the space of {name}, and what each may do there.",
        },
        { name: here.name },
      )}
      actions={
        roles.length > 0 && <Button onClick={() => setInviting(true)}>{say({ fr: "Inviter quelqu'un", en: "Invite somebody" })}</Button>
      }
    >
      <Trouble error={found.error} again={() => void found.refetch()} />
      {found.isPending && <Waiting what={{ fr: "Les membres arrivent.", en: "The members are coming." }} />}
      {found.data && <MemberList members={found.data} given={roles} />}
      <Pending given={roles} />
      {inviting && <InviteDialog roles={roles} close={() => setInviting(false)} />}
    </Page>
  );
}
