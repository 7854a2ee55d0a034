import { Button, SegmentedControl } from "@mantine/core";
import { useMemo } from "react";
import { MINUTE } from "#kernel/time/instant.ts";
import { openVoice } from "#kernel/words/voice.ts";
import { distanceWords } from "#web/kit/words/instants.ts";
import { useLanguage } from "#web/kit/words/language.tsx";
import type { Known, Opened } from "../life/protocol.ts";
import type { Views } from "../life/use-view.ts";
import { useView } from "../life/use-view.ts";
import { Tally } from "./tally.tsx";
import { TimeLine } from "./time-line.tsx";
import { useLooking, useTime } from "./time.ts";
import styles from "./time-bar.module.css";

interface Bar {
  opened: Opened | undefined;
  views: Views | undefined;
  now: number;
  /** The life cannot be opened here: then there is only the present. */
  failed: boolean;
  contents: () => void;
}

/** Which instant is shown, as known when, and the line to move it. */
export function TimeBar({ opened, views, now, failed, contents }: Bar) {
  const { say } = useLanguage();
  return (
    <div className={styles.bar} role="region" aria-label={say({ fr: "Ligne du temps", en: "Time line" })}>
      <div className={styles.head}>
        {opened ? <Readout opened={opened} views={views} now={now} /> : <Opening failed={failed} />}
        <div className={styles.choices}>
          {opened && <Choices now={now} />}
          <Button variant="default" size="xs" onClick={contents}>
            {say({ fr: "Sommaire", en: "Contents" })}
          </Button>
        </div>
      </div>
      {opened ? <TimeLine opened={opened} now={now} /> : !failed && <div className={styles.blank} />}
    </div>
  );
}

function Opening({ failed }: { failed: boolean }) {
  const { say } = useLanguage();
  return (
    <p className={styles.instant} role="status">
      <strong>{say({ fr: "Maintenant", en: "Now" })}</strong>
      <span>
        {failed
          ? say({ fr: "selon le serveur", en: "as the server has it" })
          : say({ fr: "la ligne du temps s'ouvre dans ce navigateur", en: "the time line is opening in this browser" })}
      </span>
    </p>
  );
}

function Readout({ opened, views, now }: { opened: Opened; views: Views | undefined; now: number }) {
  const { language, say } = useLanguage();
  const { at } = useLooking();
  const { phase, marks } = useView(views) ?? {};
  const voice = useMemo(() => openVoice(language, opened.zone), [language, opened.zone]);
  const when = Math.floor((at ?? now) / MINUTE) * MINUTE;
  const distance = distanceWords(when, now, language);
  const sense =
    at === undefined
      ? say({ fr: "maintenant", en: "now" })
      : at < now
        ? distance
        : say({ fr: "{distance}, si rien d'autre n'arrive", en: "{distance}, if nothing else happens" }, { distance });
  return (
    <>
      <p className={styles.instant}>
        <strong>{voice.instant(when)}</strong>
        <span>
          {sense}
          {phase !== undefined && ` · ${phase}`}
        </span>
      </p>
      {marks && <Tally marks={marks} />}
    </>
  );
}

/** Of the past one may ask what was known then, or what is known of it now. */
function Choices({ now }: { now: number }) {
  const { say } = useLanguage();
  const time = useTime();
  const { at, known } = useLooking();
  return (
    <>
      <SegmentedControl
        size="xs"
        disabled={at === undefined || at >= now}
        aria-label={say({ fr: "Ce qui est su", en: "What is known" })}
        value={known}
        onChange={(value) => time.set({ known: value as Known })}
        data={[
          { value: "then", label: say({ fr: "su alors", en: "as known then" }) },
          { value: "now", label: say({ fr: "su maintenant", en: "as known now" }) },
        ]}
      />
      <Button variant="default" size="xs" disabled={at === undefined} onClick={() => time.toNow()}>
        {say({ fr: "Maintenant", en: "Now" })}
      </Button>
    </>
  );
}
