import { Button } from "@mantine/core";
import { useState } from "react";
import { Confirm } from "#web/kit/confirm.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import type { Done } from "../contract/act/done.ts";
import { Refusal } from "../acting/refusal.tsx";
import { useTell } from "../acting/use-tell.ts";
import { LastDay } from "../acting/when.tsx";
import type { Closing } from "./closing.tsx";
import styles from "./closing.module.css";

interface Closed {
  contract: string;
  would: NonNullable<Closing["would"]>;
  zone: string;
  /** Says what was recorded, so that it can be taken back. */
  done: (done: Done) => void;
}

/** Says when closing would take effect, then closes; for a minute it can be taken back. */
export function CloseAccount({ contract, would, zone, done }: Closed) {
  const say = useSay();
  const [asked, setAsked] = useState(false);
  const tell = useTell(contract);
  const { outcome, ends, refused } = would;
  function close(): void {
    tell.mutate(
      { kind: "account.closed", by: "administrator" },
      {
        onSuccess: ({ refused: not, target }) => {
          setAsked(false);
          done({
            words: say({ fr: "congé donné par fermeture du compte", en: "notice given by closing the account" }),
            refused: not,
            target,
          });
        },
      },
    );
  }
  if (outcome === "refused") return <Refusal reasons={[{ clause: "", article: "", words: refused ?? "" }]} />;
  return (
    <>
      {ends !== undefined && (
        <p className={styles.big}>
          {say({
            fr: "Si vous le fermez maintenant, le dernier jour de service sera le ",
            en: "If you close it now, the last day of service will be ",
          })}
          <LastDay end={ends} zone={zone} />.
        </p>
      )}
      <p className={styles.soft}>
        {say({
          fr: "Aucun préavis n'est demandé. Les accès restent ouverts jusqu'à ce jour inclus, et ce qui est dû pour la période reste dû.",
          en: "No notice period is asked for. Access stays open through that day, and what is due for the period stays due.",
        })}
      </p>
      <Button variant="outline" color="missed" onClick={() => setAsked(true)}>
        {say({ fr: "Fermer le compte…", en: "Close the account…" })}
      </Button>
      {tell.data?.refused && <Refusal reasons={tell.data.reasons} />}
      {asked && (
        <Confirm
          title={say({ fr: "Fermer le compte ?", en: "Close the account?" })}
          deed={say({ fr: "Fermer le compte", en: "Close the account" })}
          act={{ ...tell, mutate: close }}
          close={() => setAsked(false)}
        >
          <p>
            {ends === undefined ? (
              say({ fr: "Le contrat prendra fin ; sa date n'est pas connue.", en: "The contract will end; the date is not known." })
            ) : (
              <>
                {say({ fr: "Le contrat ne se reconduira pas : il finit le ", en: "The contract will not renew: it ends on " })}
                <LastDay end={ends} zone={zone} />
                {say({ fr: ", à minuit.", en: ", at midnight." })}
              </>
            )}
          </p>
        </Confirm>
      )}
    </>
  );
}
