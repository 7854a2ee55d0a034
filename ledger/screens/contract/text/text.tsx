import { memo, type MouseEvent, type Ref } from "react";
import styles from "./text.module.css";

/** The contract's words. Written once: what follows time stands beside them, or in places between their paragraphs. */
export const Text = memo(function Text({
  html,
  place,
  pick,
}: {
  html: string;
  place: Ref<HTMLDivElement>;
  pick: (clause: string) => void;
}) {
  function open(event: MouseEvent): void {
    const deed = (event.target as Element).closest<HTMLElement>("a[data-clause]");
    if (!deed || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    pick(deed.dataset["clause"]!);
  }
  // Its links are deeds: a click beside them does nothing, and the keyboard reaches each.
  return <div ref={place} className={`written ${styles.text}`} onClick={open} dangerouslySetInnerHTML={{ __html: html }} />;
});
