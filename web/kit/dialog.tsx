import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import styles from "./dialog.module.css";
import { useSay } from "./words/language.tsx";

/** A sheet laid over the screen. `held` where a click beside it must not lose what it shows. */
export function Dialog({
  title,
  open,
  close,
  held = false,
  children,
}: {
  title: string;
  open: boolean;
  close: () => void;
  held?: boolean;
  children: ReactNode;
}) {
  const say = useSay();
  return (
    <Modal
      opened={open}
      onClose={close}
      title={title}
      size={560}
      closeOnClickOutside={!held}
      closeOnEscape={!held}
      closeButtonProps={{ "aria-label": say({ fr: "Fermer", en: "Close" }) }}
      classNames={{ content: styles.content!, header: styles.header!, title: styles.title!, body: styles.body! }}
      overlayProps={{ backgroundOpacity: 0.45 }}
    >
      {children}
    </Modal>
  );
}

/** What a dialog's buttons stand in. */
export function Choices({ children }: { children: ReactNode }) {
  return <div className={styles.choices}>{children}</div>;
}
