import { Button } from "@mantine/core";
import { Row, Rows } from "#web/kit/rows.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { useTell } from "../acting/use-tell.ts";
import type { CapProps } from "./cap-part.tsx";
import { calledOf } from "./cap-words.ts";
import { Cost } from "./cost.tsx";
import { raising } from "./seat-facts.ts";
import styles from "./seats.module.css";

/** What is used beyond the cap and waits to be put right, each by a notice of its own. */
export function Mends({ contract, cap, mine, done }: CapProps & { mine: boolean }) {
  const say = useSay();
  const send = useTell(contract);
  const { mends, increase, held } = cap;
  if (mends.length === 0) return null;
  const called = (subject: string) => {
    const holder = cap.holders.find((one) => one.subject === subject);
    return holder ? calledOf(holder) : subject;
  };
  function regularise(subject: string): void {
    if (!increase) return;
    send.mutate(raising(increase, held, subject), {
      onSuccess: ({ refused, target }) =>
        done({ words: say({ fr: "{who} régularisé", en: "{who} put right" }, { who: called(subject) }), refused, target }),
    });
  }
  return (
    <div className={styles.mends}>
      <p>{say({ fr: "Au-delà du nombre, à régulariser :", en: "Beyond the number, to be put right:" })}</p>
      <Rows label={say({ fr: "À régulariser", en: "To be put right" })}>
        {mends.map(({ clause, name, subject, acts }) => (
          <Row key={`${clause} ${subject}`} name={called(subject)} about={name}>
            {mine && increase !== undefined && acts.includes(increase.act) && (
              <Button
                mt="xs"
                variant="default"
                size="sm"
                aria-label={say(
                  { fr: "Souscrire ce qui manque pour {who}", en: "Subscribe what is lacking for {who}" },
                  { who: called(subject) },
                )}
                loading={send.isPending && send.variables.subject === subject}
                onClick={() => regularise(subject)}
              >
                {say({ fr: "Souscrire ce qui manque", en: "Subscribe what is lacking" })}
              </Button>
            )}
          </Row>
        ))}
      </Rows>
      {mine && increase && <Cost contract={contract} cap={cap} quantity={held} />}
      <Trouble error={send.error} />
    </div>
  );
}
