import { VisuallyHidden } from "@mantine/core";
import { type KeyboardEvent, useRef, useState } from "react";
import { useLanguage } from "#web/kit/words/language.tsx";
import type { Today } from "./due.ts";
import { barsOf, dayAfterKey, noonOf } from "./horizon-days.ts";
import styles from "./horizon.module.css";

interface Shown {
  days: Today["days"];
  chosen: string | undefined;
  choose: (day: string | undefined) => void;
}

/** The next thirty days at a glance: a bar a day. One stop of the tab key; arrows go along it. */
export function Horizon({ days, chosen, choose }: Shown) {
  const { language, say } = useLanguage();
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      days.findIndex(({ day }) => day === chosen),
    ),
  );
  const row = useRef<HTMLDivElement>(null);
  const bars = barsOf(days);
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const write = (day: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options).format(noonOf(day));

  function go(event: KeyboardEvent): void {
    const next = dayAfterKey(event.key, at, days.length);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
    row.current?.querySelectorAll<HTMLElement>("button")[next]?.focus();
  }

  function said(day: Today["days"][number]): string {
    const date = write(day.day, { weekday: "long", day: "numeric", month: "long" });
    if (day.lines === 0) return say({ fr: "{date} : rien", en: "{date}: nothing" }, { date });
    const words =
      day.rights > 0
        ? { fr: "{date} : {lines}, dont {rights} de droits", en: "{date}: {lines}, {rights} of them rights" }
        : { fr: "{date} : {lines}", en: "{date}: {lines}" };
    return say(words, { date, lines: day.lines, rights: day.rights });
  }

  return (
    <div
      className={styles.horizon}
      role="group"
      aria-label={say({ fr: "Les trente prochains jours", en: "The next thirty days" })}
      ref={row}
      onKeyDown={go}
    >
      {days.map((day, index) => {
        const date = new Date(noonOf(day.day));
        const rest = date.getDay() === 0 || date.getDay() === 6;
        const first = index === 0 || date.getDate() === 1;
        return (
          <button
            key={day.day}
            type="button"
            tabIndex={index === at ? 0 : -1}
            className={styles.day}
            data-rest={rest}
            data-today={index === 0}
            aria-pressed={day.day === chosen}
            title={said(day)}
            onFocus={() => setAt(index)}
            onClick={() => choose(day.day === chosen ? undefined : day.day)}
          >
            <VisuallyHidden>{said(day)}</VisuallyHidden>
            <span className={styles.column} aria-hidden>
              <span className={styles.count}>{day.lines > 0 ? day.lines : ""}</span>
              <span className={styles.bar} style={{ height: `${bars[index]!.height * 100}%` }}>
                {bars[index]!.rights > 0 && <span className={styles.rights} style={{ height: `${bars[index]!.rights * 100}%` }} />}
              </span>
            </span>
            <span className={styles.date} aria-hidden>
              <span className={styles.weekday}>{write(day.day, { weekday: "narrow" })}</span>
              {date.getDate()}
              {first && <span className={styles.month}>{write(day.day, { month: "short" })}</span>}
            </span>
          </button>
        );
      })}
    </div>
  );
}
