import { Alert, Button } from "@mantine/core";
import { Refusal } from "./server.tsx";
import { useSay } from "./words/language.tsx";
import styles from "./trouble.module.css";

/** What went wrong, if anything did, in the server's words where it has some: the place, the reason, the mend. */
export function Trouble({ error, again }: { error: unknown; again?: (() => void) | undefined }) {
  const say = useSay();
  if (error === null || error === undefined) return null;
  const refused = error instanceof Refusal ? error.problem : undefined;
  const title = refused?.title ?? say({ fr: "Le serveur ne répond pas.", en: "The server does not answer." });
  const mend = refused ? refused.mend : say({ fr: "Vérifiez la connexion, puis réessayez.", en: "Check the connection, then try again." });
  return (
    <Alert role="alert" color="missed" variant="light" title={title} classNames={{ root: styles.trouble!, title: styles.title! }}>
      {refused?.detail !== undefined && <p>{refused.detail}</p>}
      {refused?.errors && refused.errors.length > 0 && (
        <ul>
          {refused.errors.map(({ place, detail }) => (
            <li key={`${place} ${detail}`}>
              <code>{place}</code> {detail}
            </li>
          ))}
        </ul>
      )}
      {mend !== undefined && <p>{mend}</p>}
      {again && (
        <Button mt="sm" size="xs" variant="default" onClick={again}>
          {say({ fr: "Réessayer", en: "Try again" })}
        </Button>
      )}
    </Alert>
  );
}
