import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useAsk } from "#web/kit/asking.ts";
import { Dialog } from "#web/kit/dialog.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { beginSecondFactor } from "./asked.ts";
import { BackupCodes } from "./backup-codes.tsx";
import { PasswordFirst } from "./password-first.tsx";
import { TelephoneFirst } from "./telephone-first.tsx";

/** Three steps: the password, the telephone, the codes to put aside. */
export function SecondFactorSetUp({ close }: { close: () => void }) {
  const say = useSay();
  const ask = useAsk();
  const [proven, setProven] = useState(false);
  const begin = useMutation({ mutationFn: (password: string) => beginSecondFactor(ask, password) });
  const title = proven
    ? say({ fr: "Codes de secours", en: "Backup codes" })
    : say({ fr: "Mettre en place un second facteur", en: "Set up a second factor" });
  return (
    <Dialog title={title} open close={close} held={begin.isSuccess}>
      {!begin.data && <PasswordFirst act={begin} deed={say({ fr: "Continuer", en: "Continue" })} close={close} />}
      {begin.data && !proven && <TelephoneFirst uri={begin.data.totpURI} proven={() => setProven(true)} />}
      {begin.data && proven && <BackupCodes codes={begin.data.backupCodes} close={close} />}
    </Dialog>
  );
}
