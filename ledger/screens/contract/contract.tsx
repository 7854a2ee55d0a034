import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { FactKind } from "#kernel/terms/fact-kind.ts";
import { Trouble } from "#web/kit/trouble.tsx";
import { Waiting } from "#web/kit/waiting.tsx";
import { useSay } from "#web/kit/words/language.tsx";
import { written } from "#web/kit/written.ts";
import { type Done, DoneProvider } from "./act/done.ts";
import { Undo } from "./act/undo.tsx";
import { useContract } from "./data.ts";
import { Disagreement } from "./disagreement.tsx";
import { Heading, Signatures } from "./heading.tsx";
import type { Stated } from "./life/agreement.ts";
import { useFresh } from "./life/use-fresh.ts";
import { useLife } from "./life/use-life.ts";
import { useViews } from "./life/use-view.ts";
import { useAnchors } from "./margin/anchors.ts";
import { Beside } from "./margin/beside.tsx";
import { type Finding, remarksOf } from "./margin/remarks.ts";
import { Contents } from "./text/contents.tsx";
import { Text } from "./text/text.tsx";
import { useTextAt } from "./text/use-text-at.ts";
import { openTime, TimeProvider } from "./time/time.ts";
import { TimeBar } from "./time/time-bar.tsx";
import { useNow } from "./time/use-now.ts";
import { Panel } from "./why/panel.tsx";
import styles from "./contract.module.css";

/** The contract's screen, for whoever knows which facts there are: only the lists do, and the browser's hands them over. */
export function screenKnowing(factKinds: ReadonlyMap<string, FactKind>) {
  return function Screen() {
    const { contract } = useParams({ strict: false }) as { contract: string };
    const [time] = useState(openTime);
    return (
      <TimeProvider value={time}>
        <Living key={contract} contract={contract} factKinds={factKinds} />
      </TimeProvider>
    );
  };
}

/** The contract's words, what stands beside them, and the line of its time. */
function Living({ contract, factKinds }: { contract: string; factKinds: ReadonlyMap<string, FactKind> }) {
  const say = useSay();
  const { head, text, standing, findings } = useContract(contract);
  const { picked, pick, unpick } = usePicking();
  const [listed, setListed] = useState(false);
  const [done, setDone] = useState<Done>();
  const place = useRef<HTMLDivElement>(null);
  const wide = useMediaQuery("(min-width: 68rem)", undefined, { getInitialValueInEffect: false }) === true;
  const now = useNow(standing.data);
  const stated = useMemo(
    () =>
      standing.data && {
        at: Date.parse(standing.data.at),
        revision: standing.data.revision,
        items: standing.data.items as unknown as Stated[],
      },
    [standing.data],
  );
  const life = useLife(contract, stated, factKinds);
  const views = useViews(life, now ?? 0);
  const sent = text.data?.html ?? (written?.path === `/contracts/${contract}` ? written.html : undefined);
  const html = useTextAt(contract, life, now ?? 0) ?? sent;
  const anchors = useAnchors(place, html, wide);
  const remarks = useMemo(() => remarksOf(findings.data as (Finding & Record<string, unknown>)[] | undefined), [findings.data]);
  const doing = useMemo(() => ({ tell: setDone }), []);
  const forget = useCallback(() => setDone(undefined), []);
  useFresh(contract, life);
  usePicked(place, picked, html);
  const error = text.error ?? standing.error ?? head.error;
  return (
    <DoneProvider value={doing}>
      <main className={styles.screen} id="main" data-explaining={picked !== undefined}>
        <title>{`${head.data?.name ?? text.data?.title ?? say({ fr: "Contrat", en: "Contract" })} · Tenu`}</title>
        {error && <Trouble error={error} again={() => void Promise.all([text.refetch(), standing.refetch(), head.refetch()])} />}
        {html === undefined && !error && <Waiting what={{ fr: "Le contrat arrive.", en: "The contract is coming." }} />}
        {html !== undefined && (
          <>
            <Heading
              contract={contract}
              draft={head.data?.phase === "draft"}
              name={head.data?.name}
              parties={life.opened?.parties ?? []}
              documents={text.data?.documents ?? []}
              digests={head.data?.documents ?? []}
            />
            <TimeBar
              opened={life.opened}
              views={views}
              now={now ?? 0}
              failed={life.failed !== undefined}
              contents={() => setListed(true)}
            />
            <Disagreement life={life} />
            <div className={styles.sheet}>
              <Text html={html} place={place} pick={pick} />
              <Beside
                wide={wide}
                text={place}
                html={html}
                anchors={anchors}
                views={views}
                life={life}
                stated={standing.data}
                remarks={remarks}
                pick={pick}
              />
            </div>
            <Signatures parties={life.opened?.parties ?? []} />
            <Drawer
              opened={listed}
              onClose={() => setListed(false)}
              title={say({ fr: "Sommaire", en: "Contents" })}
              closeButtonProps={{ "aria-label": say({ fr: "Fermer", en: "Close" }) }}
            >
              <Contents html={html} gone={() => setListed(false)} />
            </Drawer>
          </>
        )}
        {picked !== undefined && now !== undefined && (
          <Panel contract={contract} clause={picked} life={life} now={now} remarks={remarks.get(picked) ?? []} pick={pick} close={unpick} />
        )}
        {done && <Undo key={done.target} contract={contract} done={done} gone={forget} />}
      </main>
    </DoneProvider>
  );
}

/** Which clause is being explained: the address says it, so that others can be sent there. Afterwards the focus goes back to where it was asked. */
function usePicking() {
  const { clause: picked } = useSearch({ strict: false }) as { clause?: string };
  const navigate = useNavigate();
  const asker = useRef<Element | null>(null);
  const show = useCallback(
    (clause: string | undefined, replace: boolean) =>
      void navigate({ to: ".", search: (clause === undefined ? {} : { clause }) as never, replace, resetScroll: false }),
    [navigate],
  );
  const pick = useCallback(
    (clause: string) => {
      const first = asker.current === null;
      asker.current ??= document.activeElement;
      show(clause, !first);
    },
    [show],
  );
  const unpick = useCallback(() => {
    show(undefined, true);
    if (asker.current instanceof HTMLElement) asker.current.focus({ preventScroll: true });
    asker.current = null;
  }, [show]);
  return { picked, pick, unpick };
}

/** Shows in the text which clause is being explained. */
function usePicked(place: { current: HTMLElement | null }, picked: string | undefined, html: string | undefined): void {
  useEffect(() => {
    const element = picked === undefined ? undefined : place.current?.querySelector<HTMLElement>(`[data-clause="${CSS.escape(picked)}"]`);
    if (!element) return;
    const shown = element.textContent === "" ? (element.closest<HTMLElement>("p, li") ?? element) : element;
    shown.dataset["picked"] = "";
    const { top, bottom } = shown.getBoundingClientRect();
    if (top < 180 || bottom > innerHeight) shown.scrollIntoView({ block: "center", behavior: "smooth" });
    return () => {
      delete shown.dataset["picked"];
    };
  }, [place, picked, html]);
}
