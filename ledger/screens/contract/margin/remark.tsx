import { useSay } from "#web/kit/words/language.tsx";
import { type Finding, worst } from "./remarks.ts";
import styles from "./remark.module.css";

interface Remarked {
  clause: string;
  name: string;
  remarks: readonly Finding[];
  pick: (clause: string) => void;
}

const signs: Readonly<Record<string, string>> = { error: "‼", warning: "!", note: "※" };

/** A discreet sign that a careful reader has something to say here. */
export function Remark({ clause, name, remarks, pick }: Remarked) {
  const say = useSay();
  const level = worst(remarks);
  const words = say(
    remarks.length === 1
      ? { fr: "1 remarque du relecteur", en: "1 remark of the reviewer" }
      : { fr: "{n} remarques du relecteur", en: "{n} remarks of the reviewer" },
    { n: remarks.length },
  );
  return (
    <button
      type="button"
      className={styles.remark}
      data-level={level}
      title={words}
      aria-label={`${words} — ${name}`}
      onClick={() => pick(clause)}
    >
      {signs[level]}
    </button>
  );
}
