import { useEffect, useState } from "react";
import { useSay, type Words } from "./words/language.tsx";
import styles from "./waiting.module.css";

/** Says what is being waited for, once it has taken long enough to be noticed. Never a spinner without words. */
export function Waiting({ what }: { what: Words }) {
  const say = useSay();
  const [noticed, setNoticed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setNoticed(true), 250);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p role="status" className={styles.waiting}>
      {noticed ? say(what) : ""}
    </p>
  );
}
