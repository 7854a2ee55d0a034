/** The languages that everything is said in. A `Bilingual` holds both. */
export type Language = "fr" | "en";

export const languages: readonly Language[] = ["fr", "en"];
