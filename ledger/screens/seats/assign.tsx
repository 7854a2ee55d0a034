import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useForm } from "#web/kit/form.ts";
import { Trouble } from "#web/kit/trouble.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { missing } from "#web/kit/words/wrong.ts";
import { type Telling, useTell } from "../acting/use-tell.ts";
import type { CapProps } from "./cap-part.tsx";
import { saysAffiliate, speechOf } from "./cap-words.ts";
import { coming } from "./seat-facts.ts";
import { RefusedSeat } from "./refused-seat.tsx";
import styles from "./seats.module.css";

/** Gives a seat. Where the cap refuses, its reason stands here, and the notice that would raise it. */
export function Assign({ contract, cap, done }: CapProps) {
  const say = useSay();
  const speech = speechOf(cap);
  const send = useTell(contract);
  const [tried, setTried] = useState<Telling>();
  const form = useForm({ name: "", affiliate: "" }, ({ name }) => ({ name: missing(name, say(speech.lacking)) }), send.error);
  function assign(telling: Telling): void {
    setTried(telling);
    send.mutate(telling, {
      onSuccess: ({ refused, target }) => {
        if (refused) return done(undefined); // the reason stands here
        done({ words: say({ fr: "accès attribué à {who}", en: "seat assigned to {who}" }, { who: nameIn(telling) }), refused, target });
        form.set("name", "");
        form.set("affiliate", "");
        setTried(undefined);
      },
    });
  }
  const refused = send.data?.refused === true && tried !== undefined;
  return (
    <>
      <form
        className={styles.assign}
        noValidate
        onSubmit={form.submit(({ name, affiliate }) => assign(coming(cap, name, affiliate)))}
        aria-label={say(speech.assign)}
      >
        <TextInput {...form.field("name")} label={say(speech.who)} autoComplete="off" required withAsterisk={false} />
        {saysAffiliate(cap) && (
          <TextInput {...form.field("affiliate")} label={say({ fr: "Société du groupe", en: "Company of the group" })} autoComplete="off" />
        )}
        <Button type="submit" size="md" loading={send.isPending}>
          {say(speech.assign)}
        </Button>
        <p className={styles.wide}>{say(speech.hint)}</p>
      </form>
      <Trouble error={form.trouble} />
      {refused && <RefusedSeat contract={contract} cap={cap} told={send.data!} done={done} again={() => assign({ ...tried })} />}
    </>
  );
}

function nameIn({ personal, subject }: Telling): string {
  return personal?.["note"]?.text ?? subject ?? "";
}
