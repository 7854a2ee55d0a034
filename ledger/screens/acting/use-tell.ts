import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useServer } from "#web/kit/server.tsx";
import { useSpace } from "#web/kit/space.tsx";
import { type Language, useLanguage } from "#web/kit/words/language.tsx";

/** A fact to be told, as a screen means it. */
export interface Telling {
  kind: string;
  subject?: string;
  fields?: Record<string, unknown>;
  /** Text about a person, kept apart under their key. */
  personal?: Record<string, { person: string; text: string }>;
  /** As which party, where it is not the first that the kind allows. */
  by?: string;
}

/** What became of it. */
export interface Told {
  telling: Telling;
  /** Its name in the log: what a withdrawal names. */
  target: string;
  refused: boolean;
  /** Why a clause refused it, in the reader's words. */
  reasons: readonly { clause: string; article: string; words: string }[];
}

interface Said {
  type: string;
  clause: string;
  article?: unknown;
  reason?: unknown;
}

/** Tells facts of a contract, and asks again for what may have moved. A refusal by a clause is an answer, and no error. */
export function useTell(contract: string) {
  const server = useServer();
  const queries = useQueryClient();
  const { language } = useLanguage();
  const { here } = useSpace();
  return useMutation({
    mutationFn: async (telling: Telling): Promise<Told> => {
      const id = `console-${crypto.randomUUID()}`;
      const params = { path: { contract } };
      const { data } = await server.POST("/api/v1/contracts/{contract}/facts", { params, body: { id, ...telling } });
      const source = here.kind === "provider" ? "desk" : here.kind;
      return { telling, target: `${source}:${id}`, refused: data!.outcome === "refused", reasons: reasonsIn(data!.items, language) };
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ["contract", contract] }),
  });
}

export function reasonsIn(items: readonly Said[], language: Language): Told["reasons"] {
  return items
    .filter(({ type }) => type === "refusal")
    .map(({ clause, article, reason }) => {
      const { words } = (reason ?? {}) as { words?: Record<Language, string> };
      return { clause, article: typeof article === "string" ? article : "", words: words?.[language] ?? "" };
    });
}

/** Figures and letters that are not taken for one another. */
const signs = "23456789abcdefghjkmnpqrstuvwyz";

/** A name for something new that says nothing about anybody: `p-7k3fq2`. */
export function newMark(letter: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return `${letter}-${Array.from(bytes, (byte) => signs[byte % signs.length]).join("")}`;
}
