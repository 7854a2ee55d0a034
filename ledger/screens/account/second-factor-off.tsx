import { useMutation } from "@tanstack/react-query";
import { useAsk } from "#web/kit/asking.ts";
import { Dialog } from "#web/kit/dialog.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { endSecondFactor } from "./asked.ts";
import { PasswordFirst } from "./password-first.tsx";

/** The password alone again. */
export function SecondFactorOff({ close }: { close: () => void }) {
  const say = useSay();
  const ask = useAsk();
  const end = useMutation({ mutationFn: (password: string) => endSecondFactor(ask, password), onSuccess: close });
  return (
    <Dialog title={say({ fr: "Retirer le second facteur", en: "Remove the second factor" })} open close={close}>
      <PasswordFirst act={end} deed={say({ fr: "Retirer", en: "Remove" })} grave close={close}>
        <p>
          {say({
            fr: "Votre mot de passe suffira à entrer. Les codes de secours ne vaudront plus. Un rôle qui décide pour d'autres demande alors 16 caractères.",
            en: "Your password alone will let you in. The backup codes will be void. A role that decides for others then asks for 16 characters.",
          })}
        </p>
      </PasswordFirst>
    </Dialog>
  );
}
