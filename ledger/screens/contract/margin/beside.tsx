import { type RefObject, useMemo } from "react";
import { useLanguage } from "#web/kit/words/language.tsx";
import { type ClauseMarks, marksAt } from "../life/marks.ts";
import { type StatedItem, tellingsOf } from "../life/tellings.ts";
import type { Lived } from "../life/use-life.ts";
import { useView, type Views } from "../life/use-view.ts";
import { useLooking } from "../time/time.ts";
import type { Anchor } from "./anchors.ts";
import { Chips } from "./chips.tsx";
import { Margin } from "./margin.tsx";
import type { Remarks } from "./remarks.ts";

interface Given {
  wide: boolean;
  text: RefObject<HTMLElement | null>;
  html: string;
  anchors: readonly Anchor[];
  views: Views | undefined;
  life: Lived;
  stated: { at: string; items: readonly Record<string, unknown>[] } | undefined;
  remarks: Remarks;
  pick: (clause: string) => void;
}

const none: readonly ClauseMarks[] = [];

/** The margin, or chips where there is none. The server's standing fills it first; the worker's takes over once both agree on now. */
export function Beside({ wide, text, html, anchors, views, life, stated, remarks, pick }: Given) {
  const { language } = useLanguage();
  const { at } = useLooking();
  const view = useView(views);
  const { zone } = life.opened ?? {};
  const first = useMemo(
    () => stated && marksAt(tellingsOf(stated.items as unknown as StatedItem[]), Date.parse(stated.at), { language, zone }),
    [stated, language, zone],
  );
  const own = view && (life.agreement?.agrees === true || at !== undefined);
  const marks = own ? view.marks : (first ?? none);
  if (wide) return <Margin anchors={anchors} marks={marks} remarks={remarks} pick={pick} />;
  return <Chips text={text} html={html} anchors={anchors} marks={marks} remarks={remarks} pick={pick} />;
}
