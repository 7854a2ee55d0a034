import { Button } from "@mantine/core";
import { Trouble } from "#web/kit/trouble.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { Refusal } from "../acting/refusal.tsx";
import { type Told, useTell } from "../acting/use-tell.ts";
import type { CapProps } from "./cap-part.tsx";
import { Cost } from "./cost.tsx";
import { raising } from "./seat-facts.ts";

/** A seat that the cap refused, and in one click the notice of increase after which it is given. */
export function RefusedSeat({ contract, cap, told, done, again }: CapProps & { told: Told; again: () => void }) {
  const say = useSay();
  const notify = useTell(contract);
  const { increase, clause } = cap;
  const capped = told.reasons.some((reason) => reason.clause === clause);
  const quantity = cap.held + 1;
  function raise(): void {
    if (!increase) return;
    notify.mutate(raising(increase, quantity), {
      onSuccess: ({ refused, target }) => {
        done({ words: say({ fr: "augmentation à {n} notifiée", en: "increase to {n} notified" }, { n: quantity }), refused, target });
        if (!refused) again();
      },
    });
  }
  return (
    <Refusal reasons={notify.data?.refused ? notify.data.reasons : told.reasons}>
      {capped && increase && (
        <>
          <Cost contract={contract} cap={cap} quantity={quantity} />
          <Button loading={notify.isPending} onClick={raise}>
            {say({ fr: "Notifier par écrit l'augmentation à {n}", en: "Give written notice of an increase to {n}" }, { n: quantity })}
          </Button>
          <p>
            {say({
              fr: "Le nouveau nombre vaut dès la notification, même s'il est contesté ; l'accès est attribué aussitôt.",
              en: "The new number holds from the notice, even while disputed; the seat is assigned at once.",
            })}
          </p>
          <Trouble error={notify.error} />
        </>
      )}
      {capped && !increase && (
        <p>
          {say({
            fr: "Libérez un accès, ou convenez d'un avenant avec le prestataire.",
            en: "Free a seat, or agree on an amendment with the provider.",
          })}
        </p>
      )}
    </Refusal>
  );
}
