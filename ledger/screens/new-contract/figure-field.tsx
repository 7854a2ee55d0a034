import { NativeSelect, TextInput } from "@mantine/core";
import { useId, useState } from "react";
import { useLanguage } from "#web/kit/words/language.tsx";
import { type AskedFigure, sortOf, timeParts, timeText, units, wordsFor } from "./order.ts";
import { figureWords, unitWords, valueSaid } from "./words.ts";
import styles from "./new-contract.module.css";

interface Field {
  asked: AskedFigure;
  value: string;
  change: (value: string) => void;
}

/** One figure that the terms leave to the order, asked in the way its values are written. */
export function FigureField({ asked, value, change }: Field) {
  const { language, say } = useLanguage();
  const figure = say(figureWords(asked.figure));
  const label = asked.case === undefined ? figure : `${figure} (${asked.case})`;
  const description = say(
    asked.blank
      ? { fr: "{clause}, art. {article} ; laissé en blanc par le texte", en: "{clause}, art. {article}; left blank by the text" }
      : { fr: "{clause}, art. {article}", en: "{clause}, art. {article}" },
    {
      clause: asked.words[language],
      article: asked.article,
    },
  );
  const shared = { label, description, required: !asked.blank, classNames: { label: styles.label! } };
  const sort = sortOf(asked);
  if (sort === "time") return <TimeField {...shared} value={value} change={change} words={wordsFor(asked)} />;
  if (sort === "choice")
    return (
      <NativeSelect
        {...shared}
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
        data={[{ value: "", label: "—" }, ...asked.examples.map((one) => ({ value: one, label: say(valueSaid(one)) }))]}
      />
    );
  const example = asked.examples.find((one) => /\d/.test(one));
  return (
    <TextInput
      {...shared}
      type={sort === "date" ? "date" : "text"}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      {...(example !== undefined &&
        sort === "text" && { placeholder: say({ fr: "par exemple {example}", en: "for example {example}" }, { example }) })}
    />
  );
}

interface Timed {
  label: string;
  description: string;
  required: boolean;
  /** What may be said in place of a time. */
  words: readonly string[];
  value: string;
  change: (value: string) => void;
}

function TimeField({ label, description, required, words, value, change }: Timed) {
  const { say } = useLanguage();
  const hint = useId();
  const word = words.includes(value) ? value : undefined;
  const { number, unit } = timeParts(word === undefined ? value : "");
  const [chosen, choose] = useState("months");
  const present = word ?? (unit || chosen);
  function changeUnit(next: string): void {
    choose(next);
    change(words.includes(next) ? next : timeText(number, next));
  }
  return (
    <div className={styles.time} role="group" aria-label={label} aria-describedby={hint}>
      <TextInput
        label={label}
        description={<span id={hint}>{description}</span>}
        required={required}
        inputMode="numeric"
        disabled={word !== undefined}
        value={number}
        classNames={{ label: styles.label! }}
        onChange={(event) => change(timeText(event.currentTarget.value.replaceAll(/\D/g, ""), present))}
      />
      <NativeSelect
        aria-label={say({ fr: "{label} : unité", en: "{label}: unit" }, { label })}
        value={present}
        onChange={(event) => changeUnit(event.currentTarget.value)}
        data={[
          ...units.map((one) => ({ value: one, label: say(unitWords[one]!) })),
          ...words.map((one) => ({ value: one, label: say(valueSaid(one)) })),
        ]}
      />
    </div>
  );
}
