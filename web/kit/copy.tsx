import { Button } from "@mantine/core";
import { useState } from "react";
import { useSay } from "./words/language.tsx";

/** Copies a text, and says that it did, or that it could not. */
export function Copy({ text, what }: { text: string; what?: string }) {
  const say = useSay();
  const [done, setDone] = useState<"yes" | "no">();
  function copy(): void {
    navigator.clipboard.writeText(text).then(
      () => setDone("yes"),
      () => setDone("no"),
    );
  }
  return (
    <>
      <Button variant="default" onClick={copy} aria-label={what}>
        {done === "yes" ? say({ fr: "Copié", en: "Copied" }) : say({ fr: "Copier", en: "Copy" })}
      </Button>
      <span role="status" style={{ fontSize: "0.85rem" }} hidden={done !== "no"}>
        {done === "no" && say({ fr: "La copie est refusée ici : sélectionnez le texte.", en: "Copying is refused here: select the text." })}
      </span>
    </>
  );
}
