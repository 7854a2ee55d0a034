import { Button, Radio } from "@mantine/core";
import { useState } from "react";
import { Trouble } from "#web/kit/trouble.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { Refusal } from "../acting/refusal.tsx";
import { useTell } from "../acting/use-tell.ts";
import { When } from "../acting/when.tsx";
import type { Closing } from "./closing.tsx";
import styles from "./closing.module.css";

/** A copy of the data, or their destruction: chosen after the end, within the time that the contract gives. */
export function DataChoice({ contract, closing, mine }: { contract: string; closing: Closing; mine: boolean }) {
  const say = useSay();
  const send = useTell(contract);
  const [picked, setPicked] = useState("copy");
  const { choice, chosen, zone } = closing;
  if (!choice) return null;
  if (chosen)
    return (
      <p className={styles.big}>
        {chosen.choice === "copy"
          ? say({ fr: "Vous avez choisi une copie, le ", en: "You chose a copy, on " })
          : say({ fr: "Vous avez choisi la destruction, le ", en: "You chose destruction, on " })}
        <When at={chosen.at} zone={zone} />.
      </p>
    );
  if (!choice.open)
    return (
      <p className={styles.soft}>
        {closing.phase === "ended"
          ? say({
              fr: "Le temps de choisir est passé ; le contrat dit ce que vaut le silence.",
              en: "The time to choose has passed; the contract says what silence means.",
            })
          : choice.within === undefined
            ? say({
                fr: "À la fin du contrat, vous choisirez entre une copie de vos données et leur destruction.",
                en: "Once the contract has ended you choose between a copy of your data and their destruction.",
              })
            : say(
                {
                  fr: "À la fin du contrat, et pendant {within}, vous choisirez par écrit entre une copie de vos données et leur destruction. Rien n'est effacé avant.",
                  en: "Once the contract has ended, and for {within}, you choose in writing between a copy of your data and their destruction. Nothing is erased before.",
                },
                { within: choice.within },
              )}
      </p>
    );
  return (
    <form
      className={styles.choice}
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate({ kind: "data.choice", by: "administrator", fields: { choice: picked, "in-form": choice.form ?? "writing" } });
      }}
    >
      <fieldset disabled={!mine}>
        <legend>
          {say({ fr: "Que deviennent vos données ?", en: "What becomes of your data?" })}
          {choice.until !== undefined && (
            <>
              {say({ fr: " À dire avant le ", en: " To be said before " })}
              <When at={choice.until} zone={zone} />.
            </>
          )}
        </legend>
        <Radio
          name="choice"
          value="copy"
          checked={picked === "copy"}
          onChange={() => setPicked("copy")}
          label={say({ fr: "M'en remettre une copie", en: "Hand me a copy" })}
          description={say({ fr: "Celle de la dernière sauvegarde.", en: "That of the last backup." })}
        />
        <Radio
          name="choice"
          value="destruction"
          checked={picked === "destruction"}
          onChange={() => setPicked("destruction")}
          label={say({ fr: "Les détruire", en: "Destroy them" })}
          description={say({ fr: "Un certificat l'attestera.", en: "A certificate will prove it." })}
        />
      </fieldset>
      <Trouble error={send.error} />
      {send.data?.refused && <Refusal reasons={send.data.reasons} />}
      {mine && (
        <Button type="submit" loading={send.isPending}>
          {say({ fr: "Choisir par écrit", en: "Choose in writing" })}
        </Button>
      )}
    </form>
  );
}
