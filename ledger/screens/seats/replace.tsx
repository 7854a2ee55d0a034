import { Button, TextInput } from "@mantine/core";
import { Choices, Dialog } from "#web/kit/dialog.tsx";
import { useForm } from "#web/kit/form.ts";
import { Trouble } from "#web/kit/trouble.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { missing } from "#web/kit/words/wrong.ts";
import { Refusal } from "../acting/refusal.tsx";
import { useTell } from "../acting/use-tell.ts";
import type { CapProps } from "./cap-part.tsx";
import { calledOf, type Holder, saysAffiliate, speechOf } from "./cap-words.ts";
import { coming, leaving } from "./seat-facts.ts";

/** Somebody left, somebody comes: the seat is free at once, and given at once. */
export function Replace({ contract, cap, holder, done, close }: CapProps & { holder: Holder; close: () => void }) {
  const say = useSay();
  const who = calledOf(holder);
  const release = useTell(contract);
  const assign = useTell(contract);
  const form = useForm(
    { name: "", affiliate: holder.affiliate ?? "" },
    ({ name }) => ({ name: missing(name, say(speechOf(cap).lacking)) }),
    release.error ?? assign.error,
  );
  async function replace(name: string, affiliate: string): Promise<void> {
    if (!release.data) await release.mutateAsync(leaving(cap, holder));
    const { refused, target } = await assign.mutateAsync(coming(cap, name, affiliate));
    if (refused) return;
    done({
      words: say({ fr: "{next} prend la place de {who}", en: "{next} takes the place of {who}" }, { next: name, who }),
      refused,
      target,
    });
    close();
  }
  const refused = [release.data, assign.data].find((told) => told?.refused);
  return (
    <Dialog title={say({ fr: "Remplacer {who}", en: "Replace {who}" }, { who })} open close={close}>
      <p>{say(speechOf(cap).passes, { who })}</p>
      <form
        noValidate
        onSubmit={form.submit(({ name, affiliate }) => void replace(name, affiliate).catch(() => {}))} // Trouble says what failed
      >
        <TextInput {...form.field("name")} label={say(speechOf(cap).who)} autoComplete="off" required withAsterisk={false} data-autofocus />
        {saysAffiliate(cap) && (
          <TextInput {...form.field("affiliate")} label={say({ fr: "Société du groupe", en: "Company of the group" })} autoComplete="off" />
        )}
        <Trouble error={form.trouble} />
        {refused && <Refusal reasons={refused.reasons} />}
        <Choices>
          <Button variant="default" onClick={close}>
            {say({ fr: "Annuler", en: "Cancel" })}
          </Button>
          <Button type="submit" loading={release.isPending || assign.isPending}>
            {say({ fr: "Remplacer", en: "Replace" })}
          </Button>
        </Choices>
      </form>
    </Dialog>
  );
}
