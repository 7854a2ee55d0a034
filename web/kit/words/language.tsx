import { createContext, type ReactNode, useContext, useMemo } from "react";

export type Language = "fr" | "en";

/** Words in both languages. What stands in braces is filled in by `say`. */
export interface Words {
  readonly fr: string;
  readonly en: string;
}

export type Say = (words: Words, values?: Readonly<Record<string, string | number>>) => string;

interface Speaking {
  language: Language;
  say: Say;
  change: (language: Language) => void;
}

const Context = createContext<Speaking | undefined>(undefined);

export function LanguageProvider({
  language,
  change,
  children,
}: {
  language: Language;
  change: (language: Language) => void;
  children: ReactNode;
}) {
  const speaking = useMemo(() => ({ language, change, say: sayIn(language) }), [language, change]);
  return <Context value={speaking}>{children}</Context>;
}

export function useLanguage(): Speaking {
  const speaking = useContext(Context);
  if (!speaking) throw new Error("A screen stands outside LanguageProvider.");
  return speaking;
}

/** How a screen speaks: `const say = useSay(); say({ fr: "Échéances", en: "What is due" })`. */
export function useSay(): Say {
  return useLanguage().say;
}

export function sayIn(language: Language): Say {
  return (words, values = {}) =>
    spaced(words[language], language).replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** In French no line begins with : ; ? ! or a closing quotation mark, nor ends with an opening one. */
function spaced(text: string, language: Language): string {
  return language === "fr" ? text.replaceAll(/ (?=[:;?!»])|(?<=«) /g, "\u00a0") : text;
}

const KEPT = "tenu.language";

/** The language kept on this device, else the first of the browser's that we speak. */
export function rememberedLanguage(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === "fr" || kept === "en") return kept;
  return navigator.languages.some((one) => one.startsWith("fr")) || !navigator.languages.some((one) => one.startsWith("en")) ? "fr" : "en";
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = language;
}
