import { Dialog } from "#web/kit/dialog.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { InviteForm } from "./invite-form.tsx";

export function InviteDialog({ roles, close }: { roles: readonly string[]; close: () => void }) {
  const say = useSay();
  return (
    <Dialog title={say({ fr: "Inviter quelqu'un", en: "Invite somebody" })} open close={close}>
      <InviteForm roles={roles} close={close} />
    </Dialog>
  );
}
