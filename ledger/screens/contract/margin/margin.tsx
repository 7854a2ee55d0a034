import { useMemo } from "react";
import { useSay } from "#web/kit/words/language.tsx";
import type { ClauseMarks } from "../life/marks.ts";
import type { Anchor } from "./anchors.ts";
import { layOut } from "./layout.ts";
import { MarkButton } from "./mark.tsx";
import { Remark } from "./remark.tsx";
import type { Remarks } from "./remarks.ts";
import styles from "./margin.module.css";

interface Beside {
  anchors: readonly Anchor[];
  marks: readonly ClauseMarks[];
  remarks: Remarks;
  pick: (clause: string) => void;
}

/** Of a mark with its second line, and of a remark, in pixels. */
const MARK = 42;
const REMARK = 24;

/** What stands beside the text, each at its clause. */
export function Margin({ anchors, marks, remarks, pick }: Beside) {
  const say = useSay();
  const byClause = useMemo(() => new Map(marks.map((one) => [one.clause, one.marks])), [marks]);
  const shown = anchors.filter(({ clause }) => byClause.has(clause));
  const places = layOut(
    shown.map(({ clause, top }) => ({ key: clause, top, height: byClause.get(clause)!.length * MARK })),
    6,
  );
  return (
    <aside className={styles.margin} aria-label={say({ fr: "Ce qui tient, clause par clause", en: "What stands, clause by clause" })}>
      <RemarkColumn anchors={anchors} remarks={remarks} pick={pick} />
      {shown.map(({ clause, name }) => (
        <div key={clause} className={styles.beside} style={{ transform: `translateY(${places.get(clause)! - 8}px)` }}>
          {byClause.get(clause)!.map((mark) => (
            <MarkButton key={mark.key} clause={clause} name={name} mark={mark} pick={pick} />
          ))}
        </div>
      ))}
    </aside>
  );
}

function RemarkColumn({ anchors, remarks, pick }: Omit<Beside, "marks">) {
  return useMemo(() => {
    const shown = anchors.filter(({ clause }) => remarks.has(clause));
    const places = layOut(
      shown.map(({ clause, top }) => ({ key: clause, top, height: REMARK })),
      2,
    );
    return shown.map(({ clause, name }) => (
      <div key={clause} className={styles.remark} style={{ transform: `translateY(${places.get(clause)!}px)` }}>
        <Remark clause={clause} name={name} remarks={remarks.get(clause)!} pick={pick} />
      </div>
    ));
  }, [anchors, remarks, pick]);
}
