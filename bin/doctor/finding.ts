import type { Bilingual } from "#kernel/terms/fact-kind.ts";

/**
 * One thing looked at. `holds`: so it is, now. `attention`: it should hold, and does not. `not-promised`: this set-up does not give it, and
 * nobody should count on it.
 */
export interface Finding {
  about: string;
  verdict: "holds" | "attention" | "not-promised";
  words: Bilingual;
  mend?: Bilingual;
}

export function holds(about: string, words: Bilingual): Finding {
  return { about, verdict: "holds", words };
}

export function attention(about: string, words: Bilingual, mend: Bilingual): Finding {
  return { about, verdict: "attention", words, mend };
}

export function notPromised(about: string, words: Bilingual, mend?: Bilingual): Finding {
  return { about, verdict: "not-promised", words, ...(mend && { mend }) };
}

/** What one look found; where looking itself fails, that is the finding. */
export async function looked(about: string, look: () => Promise<readonly Finding[]> | readonly Finding[]): Promise<readonly Finding[]> {
  try {
    return await look();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return [
      attention(
        about,
        { fr: `n'a pas pu être regardé : ${said}`, en: `could not be looked at: ${said}` },
        { fr: "corriger ce qui est dit, puis tenu doctor", en: "mend what is said, then tenu doctor" },
      ),
    ];
  }
}
