import { Link } from "@tanstack/react-router";
import { stateWords } from "#kernel/words/states.ts";
import type { components } from "#web/kit/client/schema.d.ts";
import { amountWords } from "#web/kit/words/amounts.ts";
import { deadlineWords } from "#web/kit/words/left.ts";
import { type Language, useLanguage } from "#web/kit/words/language.tsx";
import { figureOf } from "../today/due.ts";
import styles from "./comparison.module.css";

type Item = components["schemas"]["Item"];

export interface Change {
  id: string;
  sort: string;
  before?: Item;
  after?: Item;
}

/** One line before and after, side by side in words. */
export function Changed({ change: { before, after }, contract }: { change: Change; contract: string }) {
  const { language } = useLanguage();
  const item = after ?? before!;
  const name = (item["deed"] as Record<string, string> | undefined)?.[language] ?? item.clause;
  return (
    <li className={styles.change}>
      <div>
        <Link to="/contracts/$contract" params={{ contract }} search={{ clause: item.clause }} className={styles.name}>
          {name}
        </Link>
        {item.subject !== "contract" && <span className={styles.subject}> {item.subject}</span>}
      </div>
      <div className={styles.states}>
        {before && <del>{saidOf(before, language)}</del>}
        {before && after && <span aria-hidden> → </span>}
        {after && <ins>{saidOf(after, language)}</ins>}
      </div>
    </li>
  );
}

/** The state of a line, its deadline and its sum. */
function saidOf(item: Item, language: Language): string {
  const figure = figureOf(item);
  const edge = ["due", "until", "done"].map((key) => item[key]).find((one) => typeof one === "string");
  return [
    stateWords(item.type, item.state as "open")[language],
    ...(figure ? [amountWords(figure.value, figure.unit, language)] : []),
    ...(typeof edge === "string" ? [deadlineWords(Date.parse(edge), language)] : []),
  ].join(", ");
}
