import { Link } from "@tanstack/react-router";
import { Empty } from "../kit/empty.tsx";
import { useSay } from "../kit/words/language.tsx";

/** What a path leads to that leads nowhere. */
export function Lost() {
  const say = useSay();
  return (
    <Empty title={say({ fr: "Il n'y a rien à cette adresse.", en: "There is nothing at this address." })}>
      <Link to="/">{say({ fr: "Revenir au début", en: "Back to the start" })}</Link>
    </Empty>
  );
}
