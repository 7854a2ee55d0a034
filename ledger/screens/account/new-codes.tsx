import { useMutation } from "@tanstack/react-query";
import { useAsk } from "#web/kit/asking.ts";
import { Dialog } from "#web/kit/dialog.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { newBackupCodes } from "./asked.ts";
import { BackupCodes } from "./backup-codes.tsx";
import { PasswordFirst } from "./password-first.tsx";

/** Other backup codes in the place of the present ones. */
export function NewCodes({ close }: { close: () => void }) {
  const say = useSay();
  const ask = useAsk();
  const make = useMutation({ mutationFn: (password: string) => newBackupCodes(ask, password) });
  return (
    <Dialog title={say({ fr: "Nouveaux codes de secours", en: "New backup codes" })} open close={close} held={make.isSuccess}>
      {make.data ? (
        <BackupCodes codes={make.data.backupCodes} close={close} />
      ) : (
        <PasswordFirst act={make} deed={say({ fr: "Remplacer les codes", en: "Replace the codes" })} close={close}>
          <p>{say({ fr: "Les codes de secours actuels n'ouvriront plus.", en: "The present backup codes will open nothing any more." })}</p>
        </PasswordFirst>
      )}
    </Dialog>
  );
}
