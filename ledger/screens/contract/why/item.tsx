import { useQuery } from "@tanstack/react-query";
import { Waiting } from "#web/kit/waiting.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import type { ItemSaid, ItemWhy } from "../life/why.ts";
import type { Looked } from "../life/protocol.ts";
import type { AskLife } from "../life/use-worker.ts";
import { MarkWords } from "../margin/mark.tsx";
import { Facts } from "./facts.tsx";
import { Working } from "./figure.tsx";
import { Proof } from "./proven.tsx";
import styles from "./item.module.css";

interface Asked {
  contract: string;
  ask: AskLife;
  looked: Looked;
  item: ItemSaid;
  open: boolean;
  toggle: (open: boolean) => void;
  pick: (clause: string) => void;
}

/** One item: what it is, and once opened, everything that it rests on. */
export function Item({ contract, ask, looked, item, open, toggle, pick }: Asked) {
  const say = useSay();
  const why = useQuery({
    queryKey: ["why", contract, item.id, looked],
    queryFn: async () => (await ask("item", { ...looked, item: item.id })) ?? null,
    enabled: open,
    placeholderData: (last) => last,
    staleTime: Infinity,
  });
  return (
    <details className={styles.item} open={open} onToggle={(event) => toggle(event.currentTarget.open)}>
      <summary>
        <span className={styles.title}>
          <MarkWords mark={{ ...item.mark, detail: "" }} />
          <span className={styles.about}>{[item.subject, item.who].filter((one) => one !== "").join(" — ")}</span>
        </span>
      </summary>
      <dl className={styles.dates}>
        {item.dates.map(({ label, at, words, distance }) => (
          <div key={`${label} ${at}`}>
            <dt>{label}</dt>
            <dd>
              <time dateTime={new Date(at).toISOString()}>{words}</time>
              {distance !== undefined && <span>{distance}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {item.reason !== undefined && <p className={styles.reason}>{item.reason}</p>}
      {item.closes.length > 0 && (
        <p className={styles.closes}>
          {say({ fr: "Se ferme par :", en: "Closed by:" })} {item.closes.join(", ")}
        </p>
      )}
      {open &&
        (why.data ? (
          <Behind contract={contract} why={why.data} pick={pick} />
        ) : (
          <Waiting what={{ fr: "On remonte aux faits.", en: "Going back to the facts." }} />
        ))}
    </details>
  );
}

function Behind({ contract, why, pick }: { contract: string; why: ItemWhy; pick: (clause: string) => void }) {
  const say = useSay();
  return (
    <>
      {why.working && (
        <section className={styles.part}>
          <h4>{say({ fr: "Calcul", en: "Arithmetic" })}</h4>
          <Working working={why.working} pick={pick} />
        </section>
      )}
      <section className={styles.part}>
        <h4>{say({ fr: "Faits", en: "Facts" })}</h4>
        <Facts facts={why.facts} />
        <Proof contract={contract} facts={why.facts} />
      </section>
      {why.chain.length > 1 && (
        <section className={styles.part}>
          <h4>{say({ fr: "Enchaînement des clauses", en: "How one clause led to the other" })}</h4>
          <ol className={styles.chain}>
            {why.chain.map(({ id, name, where }) => (
              <li key={id}>
                <button type="button" onClick={() => pick(id)}>
                  {name}
                </button>{" "}
                <span>{where}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
