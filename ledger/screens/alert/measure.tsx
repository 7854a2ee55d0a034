import { Button } from "@mantine/core";
import { useState } from "react";
import { Trouble } from "#web/kit/trouble.tsx";
import { Confirm } from "#web/kit/confirm.tsx";
import { useMay, useSpace } from "#web/kit/space.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { Refusal } from "../acting/refusal.tsx";
import { useTell } from "../acting/use-tell.ts";
import { When } from "../acting/when.tsx";
import type { Report } from "./report-part.tsx";
import styles from "./alert.module.css";

/** The lock that a report proposes: on the customer's word, or urgent and recorded as such. */
export function Measure({ contract, report, agreement }: { contract: string; report: Report; agreement: boolean }) {
  const say = useSay();
  const { kind } = useSpace().here;
  const mayTell = useMay("facts:write");
  const tell = useTell(contract);
  const [urgent, setUrgent] = useState(false);
  const { subject, agreed, applied, refused } = report;
  const lock = (fields?: Record<string, unknown>) => ({ kind: "lock.applied", subject, ...(fields && { fields }) });
  const mayAgree = kind === "customer" && mayTell && agreement && agreed === undefined && !applied;
  const mayApply = kind === "provider" && mayTell && !applied;
  const free = !agreement || agreed !== undefined;
  return (
    <div className={styles.measure}>
      <h3>{say({ fr: "Verrou", en: "Lock" })}</h3>
      <Standing report={report} agreement={agreement} />
      {refused !== undefined && (
        <p className={styles.refused}>{say({ fr: "✕ tenté et refusé : {why}", en: "✕ tried and refused: {why}" }, { why: refused })}</p>
      )}
      {mayAgree && (
        <Button loading={tell.isPending} onClick={() => tell.mutate({ kind: "lock.agreed", subject, by: "administrator" })}>
          {say({ fr: "Je suis d'accord : verrouillez", en: "I agree: lock it" })}
        </Button>
      )}
      {mayApply && free && (
        <Button loading={tell.isPending} onClick={() => tell.mutate(lock())}>
          {say({ fr: "Inscrire que le verrou est posé", en: "Record that the lock is applied" })}
        </Button>
      )}
      {mayApply && !free && (
        <Button variant="outline" color="missed" onClick={() => setUrgent(true)}>
          {say({ fr: "Verrouiller en urgence", en: "Lock as an emergency" })}
        </Button>
      )}
      <Trouble error={urgent ? null : tell.error} />
      {tell.data?.refused && <Refusal reasons={tell.data.reasons} />}
      {urgent && (
        <Confirm
          title={say({ fr: "Verrouiller sans attendre le client ?", en: "Lock without waiting for the customer?" })}
          deed={say({ fr: "Verrouiller en urgence", en: "Lock as an emergency" })}
          act={{ ...tell, mutate: () => tell.mutate(lock({ urgent: "yes" }), { onSuccess: () => setUrgent(false) }) }}
          close={() => setUrgent(false)}
        >
          <p>
            {say({
              fr: "Le contrat veut l'accord du client, sauf urgence. Celle-ci sera inscrite comme telle, et le client la verra.",
              en: "The contract wants the customer's agreement, emergencies excepted. This one is recorded as such, and the customer sees it.",
            })}
          </p>
        </Confirm>
      )}
    </div>
  );
}

function Standing({ report: { agreed, applied }, agreement }: { report: Report; agreement: boolean }) {
  const say = useSay();
  if (applied)
    return (
      <p>
        {applied.urgent
          ? say({
              fr: "● posé en urgence, sans attendre votre accord, le ",
              en: "● applied as an emergency, without waiting for agreement, on ",
            })
          : say({ fr: "● posé le ", en: "● applied on " })}
        <When at={applied.at} />
      </p>
    );
  if (agreed !== undefined)
    return (
      <p>
        {say({ fr: "◐ convenu le ", en: "◐ agreed on " })}
        <When at={agreed} />
        {say({ fr: " ; le prestataire peut le poser", en: "; the provider may apply it" })}
      </p>
    );
  return (
    <p>
      {agreement
        ? say({
            fr: "○ proposé : il n'est posé qu'avec l'accord du client, sauf urgence consignée.",
            en: "○ proposed: it is applied with the customer's agreement only, recorded emergencies excepted.",
          })
        : say({
            fr: "○ proposé : ce contrat laisse le prestataire le poser.",
            en: "○ proposed: this contract lets the provider apply it.",
          })}
    </p>
  );
}
