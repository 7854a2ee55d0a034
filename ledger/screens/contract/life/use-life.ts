import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { FactKind } from "#kernel/terms/fact-kind.ts";
import { useServer } from "#web/kit/server.tsx";
import { useLanguage } from "#web/kit/words/language.tsx";
import { readLife, type LifePages, useReferences } from "../data.ts";
import type { Agreement, Stated } from "./agreement.ts";
import type { Opened } from "./protocol.ts";
import { type AskLife, useWorker } from "./use-worker.ts";

/** What the server said of now, by which the worker is measured. */
export interface Now {
  at: number;
  revision: number;
  items: readonly Stated[];
}

/** The contract's life, kept in the worker and carried on as facts arrive. */
export interface Lived {
  /** Undefined until the life is open: nothing can be asked before. */
  ask?: AskLife;
  opened?: Opened;
  /** The revision that the worker has heard of. */
  revision?: number;
  agreement?: Agreement;
  failed?: Error;
}

export function useLife(contract: string, now: Now | undefined, factKinds: ReadonlyMap<string, FactKind>): Lived {
  const worker = useWorker();
  const server = useServer();
  const { language } = useLanguage();
  const references = useReferences().data;
  const pages = useRef<LifePages | undefined>(undefined);
  const [state, setState] = useState<Omit<Lived, "ask">>({});
  const fail = useCallback((error: Error) => setState((last) => ({ ...last, failed: error })), []);

  useEffect(() => {
    pages.current = undefined;
    setState({});
  }, [worker, contract]);

  useEffect(() => {
    if (!worker || !references || !now) return;
    let left = false;
    async function follow(ask: AskLife, { at, revision, items }: Now): Promise<void> {
      const last = pages.current;
      const more = last?.revision === revision ? last : await readLife(server, contract, last?.entries.at(-1)?.position ?? -1);
      if (left) return;
      const entries = last === more || !last ? more.entries : [...last.entries, ...more.entries];
      const told = { now: at, language };
      // An amendment may attach a document: then the contract is composed anew.
      const anew = !last || last.documents.length !== more.documents.length;
      pages.current = { ...more, entries };
      const opened = anew
        ? await ask("open", { ...more, entries, references: references!, factKinds, ...told })
        : await ask("add", { entries: last === more ? [] : more.entries, ...told });
      const figures = more.references.digest === references!.digest;
      const agreement = await ask("agree", { items, at });
      if (!left) setState({ opened, revision: more.revision, agreement: figures ? agreement : { agrees: false, on: [] } });
    }
    follow(worker, now).catch((error: Error) => !left && fail(error));
    return () => {
      left = true;
    };
  }, [worker, references, now, contract, language, server, factKinds, fail]);

  return useMemo(() => ({ ...state, ...(worker && state.opened && { ask: worker }) }), [state, worker]);
}
