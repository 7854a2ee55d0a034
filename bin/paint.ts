import { styleText } from "node:util";

/** What a colour says; the words and signs beside it say it too. */
export type Ink = "strong" | "faint" | "good" | "bad" | "soon" | "accent" | "plain";

export type Paint = (ink: Ink, text: string) => string;

const inks = {
  strong: "bold",
  faint: "dim",
  good: "green",
  bad: "red",
  soon: "yellow",
  accent: "cyan",
} as const;

export function painter(coloured: boolean): Paint {
  return (ink, text) => (coloured && ink !== "plain" && text !== "" ? styleText(inks[ink], text, { validateStream: false }) : text);
}
