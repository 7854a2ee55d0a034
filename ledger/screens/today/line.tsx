import { Link } from "@tanstack/react-router";
import { partyWords } from "#kernel/words/states.ts";
import { amountWords } from "#web/kit/words/amounts.ts";
import { useLanguage } from "#web/kit/words/language.tsx";
import { deadlineWords, leftWords } from "#web/kit/words/left.ts";
import { type Edge, figureOf } from "./due.ts";
import { comingWords, whoWords } from "./words.ts";
import styles from "./line.module.css";

/** One thing that is due: what, where, whose, and how long there is. `among` leaves out what the screen says already. */
export function DueLine({ edge, now, among }: { edge: Edge; now: number; among?: "tenant" | undefined }) {
  const { language, say } = useLanguage();
  const { item, contract, contractName, tenantName, words } = edge;
  const at = Date.parse(edge.at);
  const figure = figureOf(item);
  const party = say(partyWords[item.party] ?? { fr: item.party, en: item.party });
  const subject = item.subject === "contract" ? "" : item.subject;
  return (
    <li className={styles.line} data-overdue={edge.overdue} data-type={item.type}>
      <span className={styles.mark} aria-hidden />
      <div className={styles.what}>
        <Link to="/contracts/$contract" params={{ contract }} search={{ clause: item.clause }} className={styles.link}>
          {words[language]}
        </Link>
        {subject !== "" && <span className={styles.subject}> {subject}</span>}
        {figure && <span className={styles.figure}> {amountWords(figure.value, figure.unit, language)}</span>}
      </div>
      <div className={styles.where}>
        {among !== "tenant" && `${tenantName} · `}
        {contractName} · {say(whoWords(item.type), { party })}
      </div>
      <div className={styles.when}>
        <span className={styles.coming}>{say(comingWords(edge))}</span>{" "}
        <time dateTime={edge.at} className={styles.left}>
          {leftWords(at, now, language)}
        </time>
        <span className={styles.instant}>{deadlineWords(at, language)}</span>
      </div>
    </li>
  );
}
