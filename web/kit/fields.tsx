import type { ComponentProps } from "react";
import styles from "./fields.module.css";

/** A form whose fields stand one under the other, no wider than one likes to write. */
export function Fields(props: ComponentProps<"form">) {
  return <form className={styles.fields} noValidate {...props} />;
}
