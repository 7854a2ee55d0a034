import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { Choices, Dialog } from "#web/kit/dialog.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { missing } from "#web/kit/words/wrong.ts";
import { Refusal } from "../acting/refusal.tsx";
import { useTell } from "../acting/use-tell.ts";
import type { CapProps } from "./cap-part.tsx";
import type { Notice } from "./cap-words.ts";

/** Disputes a notice of increase: in writing, with the reasons. It goes on holding. */
export function DisputeNotice({
  contract,
  notice,
  done,
  close,
}: Pick<CapProps, "contract" | "done"> & { notice: Notice; close: () => void }) {
  const say = useSay();
  const send = useTell(contract);
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<string>();
  const { dispute, subject, quantity } = notice;
  function submit(): void {
    const lacking = missing(reason, say({ fr: "Il manque vos raisons.", en: "Your reasons are missing." }));
    setWrong(lacking);
    if (lacking !== undefined || !dispute) return;
    const fields = { reason: reason.trim(), "in-form": dispute.form ?? "writing" };
    send.mutate(
      { kind: dispute.act, subject, fields },
      {
        onSuccess: ({ refused, target }) => {
          if (refused) return;
          done({ words: say({ fr: "augmentation à {n} contestée", en: "increase to {n} disputed" }, { n: quantity }), refused, target });
          close();
        },
      },
    );
  }
  return (
    <Dialog title={say({ fr: "Contester l'augmentation à {n}", en: "Dispute the increase to {n}" }, { n: quantity })} open close={close}>
      <p>
        {say({
          fr: "Le contrat ne vous donne pas de refuser l'augmentation : elle vaut, et se facture, pendant que vous la contestez. Dites pourquoi ; le client le lira.",
          en: "The contract does not let you refuse the increase: it holds, and is billed, while you dispute it. Say why; the customer will read it.",
        })}
      </p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Textarea
          label={say({ fr: "Vos raisons", en: "Your reasons" })}
          value={reason}
          error={wrong}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          autosize
          minRows={3}
          required
          withAsterisk={false}
          data-autofocus
        />
        <Trouble error={send.error} />
        {send.data?.refused && <Refusal reasons={send.data.reasons} />}
        <Choices>
          <Button variant="default" onClick={close}>
            {say({ fr: "Annuler", en: "Cancel" })}
          </Button>
          <Button type="submit" loading={send.isPending}>
            {say({ fr: "Contester par écrit", en: "Dispute in writing" })}
          </Button>
        </Choices>
      </form>
    </Dialog>
  );
}
