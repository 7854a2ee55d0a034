import { useDebouncedValue, useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { CloseButton } from "@mantine/core";
import { useEffect, useMemo, useRef, useState } from "react";
import { Waiting } from "#web/kit/waiting.tsx";
import { useLanguage } from "#web/kit/words/language.tsx";
import { Acts } from "../act/acts.tsx";
import type { Lived } from "../life/use-life.ts";
import type { Finding } from "../margin/remarks.ts";
import { useLooking } from "../time/time.ts";
import { Item } from "./item.tsx";
import { Reviewed } from "./reviewed.tsx";
import styles from "./panel.module.css";

interface Why {
  contract: string;
  clause: string;
  life: Lived;
  now: number;
  remarks: readonly Finding[];
  pick: (clause: string) => void;
  close: () => void;
}

/** Why a clause stands as it does, at the instant looked at. It lies beside the text, which stays in reach: time may be dragged under it. */
export function Panel({ contract, clause, life, now, remarks, pick, close }: Why) {
  const { language, say } = useLanguage();
  const { at, known } = useLooking();
  const [settled] = useDebouncedValue(at, 120);
  const title = useRef<HTMLHeadingElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const wide = useMediaQuery("(min-width: 48rem)", undefined, { getInitialValueInEffect: false });
  const looked = useMemo(() => ({ at: settled ?? now, known, now, language }), [settled, known, now, language]);
  const { ask, revision } = life;
  const { data } = useQuery({
    queryKey: ["clause", contract, clause, looked, revision],
    queryFn: () => ask!("clause", { ...looked, clause }),
    enabled: ask !== undefined,
    placeholderData: (last) => (last?.id === clause ? last : undefined),
  });
  const [opened, setOpened] = useState<string>();
  const shown = opened ?? data?.items[0]?.id;
  useEffect(() => {
    setOpened(undefined);
    title.current?.focus();
  }, [clause]);
  useEffect(() => {
    panel.current?.scrollTo({ top: 0 }); // gives a promise in newer browsers, which is no way to leave
  }, [clause, revision]);
  useEffect(() => {
    const escape = ({ key, defaultPrevented }: KeyboardEvent) => key === "Escape" && !defaultPrevented && close();
    document.addEventListener("keydown", escape);
    return () => document.removeEventListener("keydown", escape);
  }, [close]);
  return (
    <>
      {!wide && <div className={styles.behind} onClick={close} aria-hidden />}
      <div ref={panel} className={styles.panel} role="dialog" aria-modal={wide !== true} aria-labelledby="why">
        <header className={styles.head}>
          <div>
            <h2 id="why" tabIndex={-1} ref={title}>
              {data?.name ?? say({ fr: "Pourquoi", en: "Why" })}
            </h2>
            {data && <p>{[data.kind, data.where].filter((one) => one !== "").join(" · ")}</p>}
          </div>
          <CloseButton aria-label={say({ fr: "Fermer", en: "Close" })} onClick={close} />
        </header>
        {life.failed && (
          <p role="alert">
            {say(
              { fr: "Le calcul n'a pas pu s'ouvrir ici : {why}", en: "The calculation could not open here: {why}" },
              { why: life.failed.message },
            )}
          </p>
        )}
        {!data && !life.failed && (
          <Waiting what={{ fr: "Le calcul s'ouvre dans ce navigateur.", en: "The calculation is opening in this browser." }} />
        )}
        {data && ask && (
          <>
            {data.reading && (
              <p className={styles.reading}>
                {say({ fr: "Lecture retenue : « {chosen} »", en: "Reading taken: “{chosen}”" }, { chosen: data.reading.chosen })}
                {data.reading.because !== undefined && ` — ${data.reading.because}`}
                {data.reading.chosenBy !== undefined && ` (${data.reading.chosenBy})`}
              </p>
            )}
            {data.items.length === 0 && (
              <p className={styles.nothing}>
                {say({
                  fr: "Rien ne tient ni n'a tenu sous cette clause à cet instant.",
                  en: "Nothing stands, or has stood, under this clause at this instant.",
                })}
              </p>
            )}
            {at === undefined && <Acts contract={contract} clause={clause} life={life} now={now} />}
            {data.items.map((item) => (
              <Item
                key={item.id}
                contract={contract}
                ask={ask}
                looked={looked}
                item={item}
                open={item.id === shown}
                toggle={(open) => (open || item.id === shown) && setOpened(open ? item.id : "")}
                pick={pick}
              />
            ))}
            {data.more > 0 && (
              <p className={styles.nothing}>
                {say({ fr: "Et {n} lignes closes plus anciennes.", en: "And {n} older closed items." }, { n: data.more })}
              </p>
            )}
          </>
        )}
        <Reviewed remarks={remarks} />
      </div>
    </>
  );
}
