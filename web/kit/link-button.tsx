import { Button, type ButtonProps } from "@mantine/core";
import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import styles from "./link-button.module.css";

/** A link that looks like a button: it leads somewhere. */
export function LinkButton({
  to,
  params,
  search,
  children,
  ...button
}: Pick<LinkProps, "to" | "params" | "search"> & ButtonProps & { children: ReactNode }) {
  const leads = { to, params, search } as LinkProps;
  return (
    <Button {...button} className={styles.link!} renderRoot={(props) => <Link {...props} {...leads} />}>
      {children}
    </Button>
  );
}
