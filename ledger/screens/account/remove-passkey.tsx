import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useAsk } from "#web/kit/asking.ts";
import { Confirm } from "#web/kit/confirm.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { type Passkey, removePasskey } from "./asked.ts";

export function RemovePasskey({ passkey, name, close }: { passkey: Passkey; name: string; close: () => void }) {
  const say = useSay();
  const ask = useAsk();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removePasskey(ask, passkey.id),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["account", "passkeys"] });
      close();
    },
  });
  return (
    <Confirm
      title={say({ fr: "Retirer la clé {name} ?", en: "Remove the passkey {name}?" }, { name })}
      deed={say({ fr: "Retirer", en: "Remove" })}
      act={remove}
      close={close}
    >
      <p>
        {say({
          fr: "Elle n'ouvrira plus rien ici, dès maintenant. Retirez-la aussi de l'appareil qui la garde, sans quoi il continuera de la proposer.",
          en: "It will open nothing here from now on. Remove it from the device that keeps it too, or that will go on offering it.",
        })}
      </p>
    </Confirm>
  );
}
