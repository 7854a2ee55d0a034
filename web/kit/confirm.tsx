import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Choices, Dialog } from "./dialog.tsx";
import { Trouble } from "./trouble.tsx";
import { useSay } from "./words/language.tsx";

interface Question {
  title: string;
  /** What will happen. */
  children: ReactNode;
  /** The deed's name, on the button. */
  deed: string;
  act: { mutate: () => void; isPending: boolean; error: unknown; reset: () => void };
  close: () => void;
}

/** Asks before something that cannot be taken back. Stands only while it asks. */
export function Confirm({ title, children, deed, act, close }: Question) {
  const say = useSay();
  function leave(): void {
    act.reset();
    close();
  }
  return (
    <Dialog title={title} open close={leave}>
      {children}
      <Trouble error={act.error} />
      <Choices>
        <Button variant="default" onClick={leave} data-autofocus>
          {say({ fr: "Annuler", en: "Cancel" })}
        </Button>
        <Button color="missed" loading={act.isPending} onClick={() => act.mutate()}>
          {deed}
        </Button>
      </Choices>
    </Dialog>
  );
}
