import { Button, NumberInput } from "@mantine/core";
import { useState } from "react";
import { Trouble } from "#web/kit/trouble.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { Refusal } from "../acting/refusal.tsx";
import { useTell } from "../acting/use-tell.ts";
import type { CapProps } from "./cap-part.tsx";
import { Cost } from "./cost.tsx";
import { raising } from "./seat-facts.ts";
import styles from "./seats.module.css";

/** The written notice of increase, given before anybody is refused. */
export function Increase({ contract, cap, done }: CapProps) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const least = Math.max(Number(cap.most ?? 0), cap.held) + 1;
  const [quantity, setQuantity] = useState<number | string>(least);
  const send = useTell(contract);
  const wanted = Math.max(Number(quantity) || least, least);
  if (!open)
    return (
      <div className={styles.increase}>
        <Button variant="default" onClick={() => setOpen(true)}>
          {say({ fr: "Notifier une augmentation", en: "Give notice of an increase" })}
        </Button>
      </div>
    );
  function notify(): void {
    send.mutate(raising(cap.increase!, wanted), {
      onSuccess: ({ refused, target }) => {
        if (refused) return;
        done({ words: say({ fr: "augmentation à {n} notifiée", en: "increase to {n} notified" }, { n: wanted }), refused, target });
        setOpen(false);
      },
    });
  }
  return (
    <div className={styles.increase}>
      <NumberInput
        label={say({ fr: "Nouveau nombre, en tout", en: "New number, in all" })}
        description={say({ fr: "Le nombre ne fait que croître.", en: "The number only grows." })}
        value={quantity}
        onChange={setQuantity}
        min={least}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="blur"
      />
      <Cost contract={contract} cap={cap} quantity={wanted} />
      <Trouble error={send.error} />
      {send.data?.refused && <Refusal reasons={send.data.reasons} />}
      <div>
        <Button loading={send.isPending} onClick={notify}>
          {say({ fr: "Notifier par écrit l'augmentation à {n}", en: "Give written notice of an increase to {n}" }, { n: wanted })}
        </Button>{" "}
        <Button variant="subtle" onClick={() => setOpen(false)}>
          {say({ fr: "Annuler", en: "Cancel" })}
        </Button>
      </div>
    </div>
  );
}
