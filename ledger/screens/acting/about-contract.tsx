import type { ReactNode } from "react";
import { Page } from "#web/kit/page.tsx";
import { Trouble } from "#web/kit/trouble.tsx";
import { Waiting } from "#web/kit/waiting.tsx";
import type { Words } from "#web/kit/words/language.tsx";
import { ContractDoors } from "../doors/contract-doors.tsx";
import { ContractLink } from "../doors/contract-link.tsx";
import styles from "./about-contract.module.css";

interface About {
  contract: string;
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  /** What is being waited for; undefined once it is there. */
  waiting: Words | undefined;
  error: unknown;
  again: () => void;
  children?: ReactNode;
}

/** A screen about one side of a contract: which contract, the way back to it and to its other sides. */
export function AboutContract({ contract, title, lead, actions, waiting, error, again, children }: About) {
  return (
    <Page
      title={title}
      actions={actions}
      lead={
        <>
          <ContractLink contract={contract} />
          {lead !== undefined && <span className={styles.lead}>{lead}</span>}
        </>
      }
    >
      <ContractDoors contract={contract} />
      <div className={styles.body}>
        <Trouble error={error} again={again} />
        {waiting && !error && <Waiting what={waiting} />}
        {children}
      </div>
    </Page>
  );
}
