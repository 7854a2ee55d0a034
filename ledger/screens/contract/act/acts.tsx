import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useMay, useSpace } from "#web/kit/space.tsx";
import { useLanguage } from "#web/kit/words/language.tsx";
import type { Act } from "../life/acts.ts";
import type { Lived } from "../life/use-life.ts";
import { ActForm } from "./act-form.tsx";
import { partiesOf } from "./stated.ts";
import styles from "./acts.module.css";

/** What may be done here and now, by who looks: a right to use, a duty to keep. */
export function Acts({ contract, clause, life, now }: { contract: string; clause: string; life: Lived; now: number }) {
  const { language, say } = useLanguage();
  const { kind } = useSpace().here;
  const may = useMay("facts:write");
  const [chosen, setChosen] = useState<string>();
  const parties = useMemo(() => partiesOf(kind), [kind]);
  const { ask, revision, opened } = life;
  const { data: acts } = useQuery({
    queryKey: ["acts", contract, clause, revision, parties, language],
    queryFn: () => ask!("acts", { at: now, known: "now", now, language, clause, parties }),
    enabled: may && ask !== undefined,
    placeholderData: (last) => last,
  });
  if (!acts || acts.length === 0 || !ask || !opened) return null;
  const act = acts.find((one) => keyOf(one) === chosen);
  return (
    <section className={styles.acts}>
      <h3>{say({ fr: "Ce qui peut se faire ici", en: "What can be done here" })}</h3>
      {act ? (
        <ActForm key={chosen} contract={contract} act={act} ask={ask} zone={opened.zone} now={now} close={() => setChosen(undefined)} />
      ) : (
        <ul>
          {acts.map((one) => (
            <li key={keyOf(one)}>
              <Button variant="default" size="xs" onClick={() => setChosen(keyOf(one))}>
                {say({ fr: "Déclarer : {what}", en: "State: {what}" }, { what: one.words })}
              </Button>
              <span>
                {one.subject === "contract" ? "" : `${one.subject} · `}
                {one.purpose}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function keyOf({ item, kind }: Act): string {
  return `${item} ${kind}`;
}
