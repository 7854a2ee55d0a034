import { Button } from "@mantine/core";
import { useState } from "react";
import { Row, Rows } from "#web/kit/rows.tsx";
import { useSpace } from "#web/kit/space.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { dayWords } from "#web/kit/words/instants.ts";
import { useLanguage, type Words } from "#web/kit/words/language.tsx";
import { useTell } from "../acting/use-tell.ts";
import type { CapProps } from "./cap-part.tsx";
import { calledOf, type Holder, speechOf } from "./cap-words.ts";
import { leaving } from "./seat-facts.ts";
import { Replace } from "./replace.tsx";

/** Who holds one, since when, for which company of the group. */
export function HolderList({ contract, cap, mine, done }: CapProps & { mine: boolean }) {
  const { language, say } = useLanguage();
  const speech = speechOf(cap);
  const { kind: side } = useSpace().here;
  const [replaced, setReplaced] = useState<Holder>();
  const release = useTell(contract);
  function free(holder: Holder): void {
    const words = say({ fr: "départ de {who}", en: "{who} has left" }, { who: calledOf(holder) });
    release.mutate(leaving(cap, holder), { onSuccess: ({ refused, target }) => done({ words, refused, target }) });
  }
  return (
    <>
      <Trouble error={release.error} />
      <Rows label={cap.unit}>
        {cap.holders.map((holder) => {
          const who = calledOf(holder);
          const since = say({ fr: "depuis le {day}", en: "since {day}" }, { day: dayWords(Date.parse(holder.since), language) });
          return (
            <Row
              key={holder.subject}
              name={who}
              about={aboutOf(holder, since, side === "customer" ? undefined : say(entryWords, { n: holder.entry }))}
              actions={
                mine && (
                  <>
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      aria-label={say({ fr: "{act} {who}", en: "{act} {who}" }, { act: say(speech.replace), who })}
                      onClick={() => setReplaced(holder)}
                    >
                      {say(speech.replace)}
                    </Button>
                    <Button
                      variant="subtle"
                      color="missed"
                      size="compact-sm"
                      loading={release.isPending && release.variables.subject === holder.subject}
                      aria-label={say({ fr: "{act} : départ de {who}", en: "{act}: {who} has left" }, { act: say(speech.release), who })}
                      onClick={() => free(holder)}
                    >
                      {say(speech.release)}
                    </Button>
                  </>
                )
              }
            />
          );
        })}
      </Rows>
      {replaced && <Replace contract={contract} cap={cap} holder={replaced} done={done} close={() => setReplaced(undefined)} />}
    </>
  );
}

/** Support names an entry by its number, under a grant. */
const entryWords: Words = { fr: "écriture {n}", en: "entry {n}" };

function aboutOf({ affiliate, name, subject }: Holder, since: string, entry: string | undefined): string {
  return [affiliate, name === undefined ? undefined : subject, since, entry].filter((part) => part !== undefined).join(" · ");
}
