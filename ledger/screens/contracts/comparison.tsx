import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { Page } from "#web/kit/page.tsx";
import { useServer } from "#web/kit/server.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { Waiting } from "#web/kit/waiting.tsx";
import { useLanguage } from "#web/kit/words/language.tsx";
import { instantOf, localOf } from "../facts/fields.ts";
import { type Change, Changed } from "./changed.tsx";
import { ContractDoors } from "../doors/contract-doors.tsx";
import { ContractLink } from "../doors/contract-link.tsx";
import styles from "./comparison.module.css";

const DAY = 86_400_000;

/** Two instants, or one instant as it was known at two. */
interface Between {
  from: string;
  to: string;
  fromKnownAt: string;
}

const sorts = ["appeared", "changed", "vanished"] as const;
const titles = {
  appeared: { fr: "Apparu", en: "Appeared" },
  changed: { fr: "Changé", en: "Changed" },
  vanished: { fr: "Disparu", en: "Gone" },
} as const;

/** What differs between two standings of a contract. */
export function Screen() {
  const { language, say } = useLanguage();
  const server = useServer();
  const { contract = "" } = useParams({ strict: false });
  const [now] = useState(() => Date.now());
  const [typed, setTyped] = useState<Between>({ from: localOf(now - 30 * DAY), to: localOf(now), fromKnownAt: "" });
  const [between, setBetween] = useState(typed);
  const found = useQuery({
    queryKey: ["comparison", contract, between, language],
    queryFn: async () => {
      const { from, to, fromKnownAt } = between;
      const query = { from: instantOf(from), to: instantOf(to), ...(fromKnownAt !== "" && { fromKnownAt: instantOf(fromKnownAt) }) };
      return (await server.GET("/api/v1/contracts/{contract}/comparison", { params: { path: { contract }, query } })).data!;
    },
    placeholderData: (before) => before,
  });
  const changes = (found.data?.changes ?? []) as readonly Change[];
  const field = (name: keyof Between, label: string, description: string, required: boolean) => (
    <TextInput
      type="datetime-local"
      label={label}
      description={description}
      required={required}
      value={typed[name]}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
    />
  );
  return (
    <Page title={say({ fr: "Comparer", en: "Compare" })} lead={<ContractLink contract={contract} />}>
      <ContractDoors contract={contract} />
      <form
        className={styles.between}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          setBetween(typed);
        }}
      >
        {field(
          "from",
          say({ fr: "Avant", en: "Before" }),
          say({ fr: "l'état du contrat à cet instant", en: "the contract's standing at that instant" }),
          true,
        )}
        {field(
          "to",
          say({ fr: "Après", en: "After" }),
          say({ fr: "et à celui-ci, passé ou à venir", en: "and at this one, past or to come" }),
          true,
        )}
        {field(
          "fromKnownAt",
          say({ fr: "L'avant, tel qu'on le savait le", en: "Before, as it was known on" }),
          say({ fr: "vide : tel qu'on le sait maintenant", en: "empty: as it is known now" }),
          false,
        )}
        <Button type="submit" loading={found.isFetching}>
          {say({ fr: "Comparer", en: "Compare" })}
        </Button>
      </form>
      <Trouble error={found.error} again={() => void found.refetch()} />
      {found.isPending && <Waiting what={{ fr: "On compare.", en: "Comparing." }} />}
      <div aria-live="polite">
        {found.data && changes.length === 0 && (
          <p className={styles.none}>
            {say({ fr: "Rien ne diffère entre ces deux états.", en: "Nothing differs between these two standings." })}
          </p>
        )}
        {sorts.map((sort) => {
          const these = changes.filter((one) => one.sort === sort);
          return (
            these.length > 0 && (
              <section key={sort} className={styles.sort}>
                <h2>
                  {say(titles[sort])} <span>{these.length}</span>
                </h2>
                <ul>
                  {these.map((one) => (
                    <Changed key={one.id} change={one} contract={contract} />
                  ))}
                </ul>
              </section>
            )
          );
        })}
      </div>
    </Page>
  );
}
