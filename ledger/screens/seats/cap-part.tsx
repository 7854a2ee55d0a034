import { Blank } from "#web/kit/blank.tsx";
import { Section } from "#web/kit/section.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import type { Done } from "../contract/act/done.ts";
import { Assign } from "./assign.tsx";
import { type Cap, speechOf } from "./cap-words.ts";
import { Count } from "./count.tsx";
import { HolderList } from "./holder-list.tsx";
import { Increase } from "./increase.tsx";
import { Mends } from "./mends.tsx";
import { NoticeList } from "./notice-list.tsx";

export interface CapProps {
  contract: string;
  cap: Cap;
  /** Says what was just recorded, so that it can be taken back; nothing, where it is said otherwise. */
  done: (done: Done | undefined) => void;
}

/** One cap: how many of how many, who, and how it grows. `mine` for who may act for the customer. */
export function CapPart({ contract, cap, running, mine, done }: CapProps & { running: boolean; mine: boolean }) {
  const say = useSay();
  const speech = speechOf(cap);
  const acting = mine && running;
  const title = cap.unit === "" ? cap.name : cap.unit;
  return (
    <>
      <Section title={title.charAt(0).toLocaleUpperCase() + title.slice(1)} lead={<Count cap={cap} />}>
        <Mends contract={contract} cap={cap} mine={acting} done={done} />
        {acting && <Assign contract={contract} cap={cap} done={done} />}
        {cap.holders.length === 0 && <Blank title={say(speech.none)}>{acting && say(speech.teaches)}</Blank>}
        {cap.holders.length > 0 && <HolderList contract={contract} cap={cap} mine={acting} done={done} />}
        {mine && !running && (
          <p>
            {say({
              fr: "Le contrat n'est pas en cours : les accès ne s'y attribuent pas.",
              en: "The contract is not running: no seats are assigned under it.",
            })}
          </p>
        )}
      </Section>
      <Section
        title={say({ fr: "Augmentations", en: "Increases" })}
        lead={
          cap.increase
            ? say(
                { fr: "Article {article} : l'avis vaut dès qu'il est reçu.", en: "Article {article}: the notice holds once received." },
                { article: cap.increase.article },
              )
            : undefined
        }
      >
        {!cap.increase && (
          <Blank title={say({ fr: "Ce nombre ne se relève que par avenant.", en: "This number grows by amendment only." })}>
            {say({
              fr: "Le contrat n'ouvre au client aucun droit de l'augmenter par un simple avis.",
              en: "The contract gives the customer no right to raise it by a mere notice.",
            })}
          </Blank>
        )}
        <NoticeList contract={contract} cap={cap} done={done} />
        {acting && cap.increase && <Increase contract={contract} cap={cap} done={done} />}
      </Section>
    </>
  );
}
