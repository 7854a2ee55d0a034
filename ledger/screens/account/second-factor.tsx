import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Section } from "#web/kit/section.tsx";
import { useSpace } from "#web/kit/space.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { NewCodes } from "./new-codes.tsx";
import { SecondFactorOff } from "./second-factor-off.tsx";
import { SecondFactorSetUp } from "./second-factor-set-up.tsx";
import styles from "./account.module.css";

type Doing = "set up" | "new codes" | "off";

/** A code from one's telephone, beside the password. */
export function SecondFactor() {
  const say = useSay();
  const queries = useQueryClient();
  const { person } = useSpace();
  const [doing, setDoing] = useState<Doing>();
  function close(): void {
    setDoing(undefined);
    void queries.invalidateQueries({ queryKey: ["me"] });
  }
  return (
    <Section
      title={say({ fr: "Second facteur", en: "Second factor" })}
      lead={say({
        fr: "Un code de votre téléphone, en plus du mot de passe : qui aurait l'un n'entre pas sans l'autre.",
        en: "A code from your telephone beside the password: whoever had one does not get in without the other.",
      })}
    >
      <p className={styles.state} data-on={person.secondFactor === true}>
        {person.secondFactor === true
          ? say({ fr: "En place. Un code est demandé à l'entrée.", en: "In place. A code is asked for at the entrance." })
          : say({ fr: "Pas encore en place.", en: "Not in place yet." })}
      </p>
      <div className={styles.deeds}>
        {person.secondFactor === true ? (
          <>
            <Button variant="default" onClick={() => setDoing("new codes")}>
              {say({ fr: "Nouveaux codes de secours", en: "New backup codes" })}
            </Button>
            <Button variant="subtle" color="missed" onClick={() => setDoing("off")}>
              {say({ fr: "Retirer", en: "Remove" })}
            </Button>
          </>
        ) : (
          <Button onClick={() => setDoing("set up")}>{say({ fr: "Mettre en place", en: "Set up" })}</Button>
        )}
      </div>
      {doing === "set up" && <SecondFactorSetUp close={close} />}
      {doing === "new codes" && <NewCodes close={close} />}
      {doing === "off" && <SecondFactorOff close={close} />}
    </Section>
  );
}
