import { Button } from "@mantine/core";
import { useState } from "react";
import { Row, Rows } from "#web/kit/rows.tsx";
import { useMay, useSpace } from "#web/kit/space.tsx";
import { type Say, useSay } from "#web/kit/words/language.tsx";
import { When } from "../acting/when.tsx";
import type { CapProps } from "./cap-part.tsx";
import type { Notice } from "./cap-words.ts";
import { DisputeNotice } from "./dispute-notice.tsx";
import styles from "./seats.module.css";

/** The notices of increase, with their receipt; who received them may dispute them, in writing and with reasons. */
export function NoticeList({ contract, cap, done }: CapProps) {
  const say = useSay();
  const { kind } = useSpace().here;
  const mayTell = useMay("facts:write");
  const [disputed, setDisputed] = useState<Notice>();
  if (!cap.increase) return null;
  if (cap.notices.length === 0)
    return <p className={styles.notice}>{say({ fr: "Aucune augmentation n'a été notifiée.", en: "No increase has been notified." })}</p>;
  return (
    <>
      <Rows label={say({ fr: "Augmentations notifiées", en: "Increases notified" })}>
        {cap.notices.map((notice) => (
          <Row
            key={notice.fact}
            name={say({ fr: "Passage à {n} {unit}", en: "Increase to {n} {unit}" }, { n: notice.quantity, unit: cap.unit })}
            about={
              <>
                {say({ fr: "notification reçue le ", en: "notice received " })}
                <When at={notice.received} />
              </>
            }
            state={<NoticeState notice={notice} />}
            actions={
              kind === "distributor" &&
              mayTell &&
              notice.dispute && (
                <Button
                  variant="default"
                  size="compact-md"
                  aria-label={say({ fr: "Contester l'augmentation à {n}", en: "Dispute the increase to {n}" }, { n: notice.quantity })}
                  onClick={() => setDisputed(notice)}
                >
                  {say({ fr: "Contester", en: "Dispute" })}
                </Button>
              )
            }
          >
            {whyNot(notice, say)}
            {notice.disputed && (
              <p className={styles.notice}>
                {say({ fr: "Contestée le ", en: "Disputed " })}
                <When at={notice.disputed.at} />
                {notice.disputed.reason !== undefined &&
                  say({ fr: " : « {reason} »", en: ": “{reason}”" }, { reason: notice.disputed.reason })}
                {say({ fr: ". L'augmentation vaut toujours.", en: ". The increase still holds." })}
              </p>
            )}
          </Row>
        ))}
      </Rows>
      {disputed && <DisputeNotice contract={contract} notice={disputed} done={done} close={() => setDisputed(undefined)} />}
    </>
  );
}

function NoticeState({ notice }: { notice: Notice }) {
  const say = useSay();
  if (whyNot(notice, say) !== undefined) return <span className={styles.refused}>{say({ fr: "✕ sans effet", en: "✕ no effect" })}</span>;
  if (notice.disputed)
    return <span className={styles.disputed}>{say({ fr: "◆ contestée, et en vigueur", en: "◆ disputed, and in force" })}</span>;
  return <span>{say({ fr: "● en vigueur", en: "● in force" })}</span>;
}

/** Why a notice raised nothing, if it did not. */
function whyNot({ refused, missed }: Notice, say: Say): string | undefined {
  if (refused !== undefined) return refused;
  return missed.length === 0 ? undefined : say({ fr: "non adressée à : {who}", en: "not addressed to: {who}" }, { who: missed.join(", ") });
}
