import { type Language, languages } from "#kernel/words/language.ts";

/** The language a reader would rather have, by its `Accept-Language` (RFC 9110, 12.5.4); English where it wants neither of ours. */
export function preferredLanguage(header: string | undefined): Language {
  let best: Language = "en";
  let weight = 0;
  for (const part of (header ?? "").split(",")) {
    const [range = "", ...parameters] = part.split(";").map((one) => one.trim().toLowerCase());
    const language = languages.find((one) => range === one || range.startsWith(`${one}-`));
    const quality = parameters.find((one) => one.startsWith("q="));
    const wanted = quality === undefined ? 1 : Number(quality.slice(2));
    if (language !== undefined && wanted > weight && wanted <= 1) [best, weight] = [language, wanted];
  }
  return best;
}
