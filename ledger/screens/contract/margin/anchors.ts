import { type RefObject, useLayoutEffect, useState } from "react";

export interface Anchor {
  clause: string;
  /** The words that stand for the clause: its deed, else the title of its article. */
  name: string;
  /** From the top of the text, in pixels. */
  top: number;
}

/**
 * Where each clause stands in the text, in its order; measured again whenever the text takes another height. Without a margin nobody asks for
 * places, and chips that come and go would have it measured at each frame.
 */
export function useAnchors(text: RefObject<HTMLElement | null>, html: string | undefined, margin: boolean): readonly Anchor[] {
  const [anchors, setAnchors] = useState<readonly Anchor[]>([]);
  useLayoutEffect(() => {
    const place = text.current;
    if (!place || html === undefined) return;
    const measure = () => setAnchors(anchorsIn(place));
    measure();
    if (!margin) return;
    const watch = new ResizeObserver(measure);
    watch.observe(place);
    return () => watch.disconnect();
  }, [text, html, margin]);
  return anchors;
}

function anchorsIn(place: HTMLElement): Anchor[] {
  const above = place.getBoundingClientRect().top;
  return [...place.querySelectorAll<HTMLElement>("[data-clause]")].map((element) => ({
    clause: element.dataset["clause"]!,
    name: nameOf(element),
    top: Math.round((element.getClientRects()[0] ?? element.getBoundingClientRect()).top - above),
  }));
}

function nameOf(element: HTMLElement): string {
  const title = element.closest("section")?.querySelector("h3")?.textContent ?? "";
  return (element.textContent || title).trim();
}
