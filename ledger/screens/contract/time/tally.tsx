import { useMemo } from "react";
import { useSay, type Words } from "#web/kit/words/language.tsx";
import type { ClauseMarks } from "../life/marks.ts";
import styles from "./tally.module.css";

/** What one looks for first, by the key of its mark. */
const sought: readonly { key: string; shape: string; tone: string; one: Words; many: Words }[] = [
  { key: "late", shape: "✗", tone: "missed", one: { fr: "en retard", en: "overdue" }, many: { fr: "en retard", en: "overdue" } },
  { key: "pressing", shape: "▲", tone: "pressing", one: { fr: "presse", en: "pressing" }, many: { fr: "pressent", en: "pressing" } },
  {
    key: "window",
    shape: "◇",
    tone: "plain",
    one: { fr: "droit à terme", en: "right with an end" },
    many: { fr: "droits à terme", en: "rights with an end" },
  },
  { key: "unknown", shape: "?", tone: "pressing", one: { fr: "inconnue", en: "unknown" }, many: { fr: "inconnues", en: "unknown" } },
];

/** At how many clauses something presses; each leads to the next of them in the text. */
export function Tally({ marks }: { marks: readonly ClauseMarks[] }) {
  const say = useSay();
  const found = useMemo(
    () =>
      sought.map((one) => ({
        ...one,
        clauses: marks.filter(({ marks: here }) => here.some(({ key }) => key === one.key)).map(({ clause }) => clause),
      })),
    [marks],
  );
  return (
    <ul className={styles.tally} aria-label={say({ fr: "Ce qui presse", en: "What presses" })}>
      {found.map(({ key, shape, tone, one, many, clauses }) =>
        clauses.length === 0 ? null : (
          <li key={key}>
            <button
              type="button"
              data-tone={tone}
              title={say({ fr: "Aller au suivant dans le texte", en: "Go to the next in the text" })}
              onClick={() => goToNext(clauses)}
            >
              <span aria-hidden>{shape}</span> {clauses.length}{" "}
              <span className={styles.words}>{say(clauses.length === 1 ? one : many)}</span>
            </button>
          </li>
        ),
      )}
    </ul>
  );
}

/** The first of these clauses below the middle of the screen, else the first of all. */
function goToNext(clauses: readonly string[]): void {
  const places = clauses
    .flatMap((clause) => document.getElementById(`clause-${clause}`) ?? [])
    .map((element) => ({ element, top: element.getBoundingClientRect().top }))
    .toSorted((a, b) => a.top - b.top);
  const next = places.find(({ top }) => top > innerHeight / 2 + 12) ?? places[0];
  next?.element.scrollIntoView({ block: "center", behavior: "smooth" });
}
