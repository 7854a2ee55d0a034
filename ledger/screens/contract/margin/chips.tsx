import { Portal } from "@mantine/core";
import { memo, type RefObject, useLayoutEffect, useState } from "react";
import type { ClauseMarks, Mark } from "../life/marks.ts";
import type { Anchor } from "./anchors.ts";
import { MarkButton, sameMark } from "./mark.tsx";
import { Remark } from "./remark.tsx";
import type { Finding, Remarks } from "./remarks.ts";
import styles from "./chips.module.css";

interface Under {
  text: RefObject<HTMLElement | null>;
  html: string;
  anchors: readonly Anchor[];
  marks: readonly ClauseMarks[];
  remarks: Remarks;
  pick: (clause: string) => void;
}

/** Where there is no margin: what stands, right under each clause's paragraph. */
export function Chips({ text, html, anchors, marks, remarks, pick }: Under) {
  const places = usePlaces(text, html);
  const byClause = new Map(marks.map((one) => [one.clause, one.marks]));
  return anchors.flatMap(({ clause, name }) => {
    const place = places.get(clause);
    const [here, said] = [byClause.get(clause) ?? none, remarks.get(clause)];
    if (!place || (here.length === 0 && !said)) return [];
    return [<ClauseChips key={clause} place={place} clause={clause} name={name} marks={here} remarks={said} pick={pick} />];
  });
}

const none: readonly Mark[] = [];

interface OfClause {
  place: HTMLElement;
  clause: string;
  name: string;
  marks: readonly Mark[];
  remarks: readonly Finding[] | undefined;
  pick: (clause: string) => void;
}

const ClauseChips = memo(
  function ClauseChips({ place, clause, name, marks, remarks, pick }: OfClause) {
    return (
      <Portal target={place}>
        <div className={styles.chips}>
          {marks.map((mark) => (
            <div key={mark.key} className={styles.chip}>
              <MarkButton clause={clause} name={name} mark={mark} pick={pick} />
            </div>
          ))}
          {remarks && <Remark clause={clause} name={name} remarks={remarks} pick={pick} />}
        </div>
      </Portal>
    );
  },
  (a, b) =>
    a.place === b.place &&
    a.remarks === b.remarks &&
    a.pick === b.pick &&
    a.marks.length === b.marks.length &&
    a.marks.every((mark, index) => sameMark(mark, b.marks[index]!)),
);

/** An empty place after each clause's paragraph, or inside its list item. */
function usePlaces(text: RefObject<HTMLElement | null>, html: string): ReadonlyMap<string, HTMLElement> {
  const [places, setPlaces] = useState<ReadonlyMap<string, HTMLElement>>(new Map());
  useLayoutEffect(() => {
    const made = new Map<string, HTMLElement>();
    const last = new Map<Element, Element>();
    for (const anchor of text.current?.querySelectorAll<HTMLElement>("[data-clause]") ?? []) {
      const place = document.createElement("div");
      const item = anchor.closest("li");
      const block = anchor.closest("p") ?? anchor;
      if (item) item.append(place);
      else (last.get(block) ?? block).after(place);
      last.set(block, place);
      made.set(anchor.dataset["clause"]!, place);
    }
    setPlaces(made);
    return () => {
      for (const place of made.values()) place.remove();
      setPlaces(new Map());
    };
  }, [text, html]);
  return places;
}
