import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Button } from "@mantine/core";
import { useChanges } from "#web/kit/changes.ts";
import { Empty } from "#web/kit/empty.tsx";
import { setPresent } from "#web/kit/now.ts";
import { useServer } from "#web/kit/server.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { Waiting } from "#web/kit/waiting.tsx";
import { useLanguage } from "#web/kit/words/language.tsx";
import { boundsOf, type Narrowed, readersZone, type Today } from "./due.ts";
import { DueGroup } from "./group.tsx";
import { Horizon } from "./horizon.tsx";
import { noonOf } from "./horizon-days.ts";
import { groupWords } from "./words.ts";
import styles from "./board.module.css";

/** What is due, by urgency, under the horizon of the next thirty days; a day chosen there stands alone. */
export function DueBoard({ narrowed, among }: { narrowed: Narrowed; among?: "tenant" }) {
  const { language, say } = useLanguage();
  const server = useServer();
  const [day, choose] = useState<string>();
  const today = useQuery({
    queryKey: ["today", narrowed],
    queryFn: async () => (await server.GET("/api/v1/today", { params: { query: { zone: readersZone(), ...narrowed } } })).data!,
    refetchInterval: 60_000,
    placeholderData: (before) => before,
  });
  useFreshness();
  const at = today.data?.at;
  useEffect(() => {
    if (at !== undefined) setPresent(Date.parse(at));
  }, [at]);
  if (today.error && !today.data) return <Trouble error={today.error} again={() => void today.refetch()} />;
  if (!today.data) return <Waiting what={{ fr: "On regarde ce qui attend.", en: "Looking at what is due." }} />;
  const { days, groups } = today.data;
  const chosen = days.find((one) => one.day === day);
  const rest = { narrowed, ...(among && { among }) };
  return (
    <>
      <Horizon days={days} chosen={day} choose={choose} />
      {chosen ? (
        <div aria-live="polite">
          {chosen.lines === 0 && <p className={styles.nothing}>{say({ fr: "Rien ce jour-là.", en: "Nothing that day." })}</p>}
          <DueGroup
            {...rest}
            key={chosen.day}
            name={chosen.day}
            title={dayTitle(chosen.day, language)}
            lines={chosen.lines}
            bounds={boundsOf(chosen)}
            many={50}
          />
          <Button variant="subtle" size="compact-sm" onClick={() => choose(undefined)}>
            {say({ fr: "Revoir tous les jours", en: "Back to all days" })}
          </Button>
        </div>
      ) : (
        <>
          {isClear(groups) && <Clear />}
          {groups.map(({ group, lines, ...bounds }) => (
            <DueGroup {...rest} key={group} name={group} title={say(groupWords[group])} lines={lines} bounds={boundsOf(bounds)} />
          ))}
        </>
      )}
    </>
  );
}

function Clear() {
  const { say } = useLanguage();
  return (
    <div className={styles.clear}>
      <Empty title={say({ fr: "Rien n'attend dans les trente jours.", en: "Nothing is due within thirty days." })}>
        {say({
          fr: "Dès qu'un fait ouvre une obligation, un droit ou une dette, l'échéance vient se ranger ici, et l'heure qu'il reste avec elle.",
          en: "As soon as a fact opens a duty, a right or a debt, it takes its place here, with the time that is left.",
        })}
      </Empty>
    </div>
  );
}

function isClear(groups: Today["groups"]): boolean {
  return groups.every(({ lines = 0 }) => lines === 0);
}

function dayTitle(day: string, language: "fr" | "en"): string {
  const options = { weekday: "long", day: "numeric", month: "long" } as const;
  return new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", options).format(noonOf(day));
}

/** Asks again when something moved, at most once a second however much does. */
function useFreshness(): void {
  const queries = useQueryClient();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  useChanges(() => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => {
      for (const key of ["today", "due", "contracts"]) void queries.invalidateQueries({ queryKey: [key] });
    }, 1000);
  });
}
