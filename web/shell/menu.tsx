import { Burger, Menu as Dropdown, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ScreenListed } from "../kit/screen.ts";
import { useSpace } from "../kit/space.tsx";
import { useLanguage } from "../kit/words/language.tsx";
import { Leave } from "./leave.tsx";
import { kindWords } from "./kind-words.ts";
import { Light, Tongue } from "./wishes.tsx";
import styles from "./menu.module.css";

/** The way about: the screens of this space, the other spaces, language and light. */
export function Menu({ screens }: { screens: readonly ScreenListed[] }) {
  const { say } = useLanguage();
  const { here, person } = useSpace();
  const [open, setOpen] = useState(false);
  const mine = screens.filter(({ menu, scope }) => menu?.includes(here.kind) && mayOpen(scope, here.scopes));
  const close = () => setOpen(false);
  return (
    <aside className={styles.menu} data-open={open} aria-label={say({ fr: "Menu", en: "Menu" })}>
      <a className={styles.skip} href="#main">
        {say({ fr: "Aller au contenu", en: "Skip to the content" })}
      </a>
      <div className={styles.top}>
        <Link to="/" className={styles.mark} onClick={close}>
          Tenu
        </Link>
        <Burger
          className={styles.burger}
          opened={open}
          onClick={() => setOpen(!open)}
          size="sm"
          aria-label={say({ fr: "Menu", en: "Menu" })}
          aria-expanded={open}
        />
      </div>
      <div className={styles.drawer}>
        <Spaces />
        <nav aria-label={say({ fr: "Écrans", en: "Screens" })}>
          <ul>
            {mine.map(({ path, title }) => (
              <li key={path}>
                <Link to={path} onClick={close}>
                  {say(title)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.bottom}>
          <Light />
          <Tongue />
          <Link to="/account" className={styles.person} onClick={close}>
            {person.name}
          </Link>
          <Leave />
        </div>
      </div>
    </aside>
  );
}

function mayOpen(scope: ScreenListed["scope"], mine: readonly string[]): boolean {
  if (scope === undefined) return true;
  return typeof scope === "string" ? mine.includes(scope) : scope.some((one) => mine.includes(one));
}

/** Which space this is, and the way to the others. */
function Spaces() {
  const { say } = useLanguage();
  const { here, memberships, go } = useSpace();
  const name = (
    <>
      <strong>{here.name}</strong>
      <span>{say(kindWords[here.kind])}</span>
    </>
  );
  if (memberships.length === 1) return <p className={styles.space}>{name}</p>;
  return (
    <Dropdown position="bottom-start" width="target">
      <Dropdown.Target>
        <UnstyledButton className={styles.space} aria-label={say({ fr: "Changer d'espace", en: "Change space" })}>
          {name}
        </UnstyledButton>
      </Dropdown.Target>
      <Dropdown.Dropdown>
        {memberships.map((one) => (
          <Dropdown.Item key={one.tenant} onClick={() => go(one.tenant)} disabled={one.tenant === here.tenant}>
            {one.name}
          </Dropdown.Item>
        ))}
      </Dropdown.Dropdown>
    </Dropdown>
  );
}
