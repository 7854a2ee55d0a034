import { useSay } from "../../kit/words/language.tsx";
import { Light, Tongue } from "../wishes.tsx";
import { useAsked } from "./entering.ts";
import { FirstOwner } from "./first-owner.tsx";
import { Forgotten } from "./forgotten.tsx";
import { Invited } from "./invited.tsx";
import { Reset } from "./reset.tsx";
import { SignIn } from "./sign-in.tsx";
import styles from "./enter.module.css";

/** The entrance: what this is, and the way in. */
export function Enter() {
  const say = useSay();
  return (
    <div className={styles.entrance}>
      <title>{say({ fr: "Entrer · Tenu", en: "Sign in · Tenu" })}</title>
      <header className={styles.name}>
        <p className={styles.mark}>Tenu</p>
        <p className={styles.what}>
          {say({
            fr: "Vos contrats de logiciel, suivis clause par clause : ce qui est dû, pour quand, et la preuve que c'est fait.",
            en: "Your software contracts, followed clause by clause: what is due, by when, and the proof that it was done.",
          })}
        </p>
      </header>
      <main className={styles.sheet} id="main">
        <Asked />
      </main>
      <footer className={styles.wishes}>
        <Tongue />
        <Light />
      </footer>
    </div>
  );
}

/** What the address asks for. Each way in starts afresh where its code changes. */
function Asked() {
  const asked = useAsked();
  const [first, invitation, reset] = [asked.get("first"), asked.get("invitation"), asked.get("reset")];
  if (asked.has("forgotten")) return <Forgotten />;
  if (first !== null) return <FirstOwner key={first} code={first} />;
  if (invitation !== null) return <Invited key={invitation} code={invitation} />;
  if (reset !== null) return <Reset key={reset} token={reset} />;
  return <SignIn />;
}
