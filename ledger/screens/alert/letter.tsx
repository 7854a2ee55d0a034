import { Button } from "@mantine/core";
import { Trouble } from "#web/kit/trouble.tsx";
import { useMay, useSpace } from "#web/kit/space.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { Refusal } from "../acting/refusal.tsx";
import { useTell } from "../acting/use-tell.ts";
import type { OpenedItem, Report } from "./report-part.tsx";
import styles from "./alert.module.css";

const LETTER = "fraud-letter.sent";

/** The registered letter that some contracts want beside the report: said to be sent once it has been. */
export function Letter({ contract, report, item }: { contract: string; report: Report; item: OpenedItem }) {
  const say = useSay();
  const { kind } = useSpace().here;
  const mayTell = useMay("facts:write");
  const send = useTell(contract);
  if (!item.acts.includes(LETTER) || item.state === "kept") return null;
  return (
    <div className={styles.measure}>
      <p>
        {say({
          fr: "Le signalement en ligne est immédiat ; le contrat veut en plus une lettre recommandée au prestataire.",
          en: "The online report is immediate; the contract wants a registered letter to the provider as well.",
        })}
      </p>
      {kind === "customer" && mayTell && (
        <Button
          variant="default"
          loading={send.isPending}
          onClick={() => send.mutate({ kind: LETTER, subject: report.subject, by: "customer", fields: { "in-form": "registered letter" } })}
        >
          {say({ fr: "La lettre recommandée est partie", en: "The registered letter is sent" })}
        </Button>
      )}
      <Trouble error={send.error} />
      {send.data?.refused && <Refusal reasons={send.data.reasons} />}
    </div>
  );
}
