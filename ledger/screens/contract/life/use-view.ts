import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useLanguage } from "#web/kit/words/language.tsx";
import { useTime } from "../time/time.ts";
import type { Asked, View } from "./protocol.ts";
import type { Lived } from "./use-life.ts";
import type { AskLife } from "./use-worker.ts";

/** Views of the margin, at most one a frame: of the instants asked for meanwhile only the last counts. */
export interface Views {
  get: () => View | undefined;
  subscribe: (listener: () => void) => () => void;
}

interface Looker extends Views {
  look(asked: Asked["look"]): void;
  stop(): void;
}

/** Asks the worker for the margin whenever the instant, the language or the life changes. */
export function useViews({ ask, revision }: Lived, now: number): Views | undefined {
  const time = useTime();
  const { language } = useLanguage();
  const [looker, setLooker] = useState<Looker>();
  useEffect(() => {
    if (!ask) return;
    const opened = openLooker(ask);
    setLooker(opened);
    return () => {
      opened.stop();
      setLooker(undefined);
    };
  }, [ask]);
  useEffect(() => {
    if (!looker) return;
    function look(): void {
      const { at = now, known } = time.get();
      looker!.look({ at, known, now, language });
    }
    look();
    return time.subscribe(look);
  }, [looker, time, now, language, revision]);
  return looker;
}

const nothing: Views = { get: () => undefined, subscribe: () => () => {} };

export function useView(views: Views | undefined): View | undefined {
  const of = useMemo(() => views ?? nothing, [views]);
  return useSyncExternalStore(of.subscribe, of.get);
}

function openLooker(ask: AskLife): Looker {
  const listeners = new Set<() => void>();
  let view: View | undefined;
  let wanted: Asked["look"] | undefined;
  let busy = false;
  let stopped = false;

  function next(): void {
    if (busy || !wanted || stopped) return;
    const asked = wanted;
    wanted = undefined;
    busy = true;
    ask("look", asked).then(
      (found) => requestAnimationFrame(() => show(found)),
      () => show(view),
    );
  }

  function show(found: View | undefined): void {
    busy = false;
    if (stopped) return;
    view = found;
    for (const listener of listeners) listener();
    next();
  }

  return {
    get: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    look(asked) {
      wanted = asked;
      next();
    },
    stop() {
      stopped = true;
    },
  };
}
