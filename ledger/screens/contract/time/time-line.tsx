import { useElementSize } from "@mantine/hooks";
import { type KeyboardEvent, type PointerEvent, useMemo, useRef } from "react";
import { MINUTE } from "#kernel/time/instant.ts";
import { openVoice } from "#kernel/words/voice.ts";
import { useLanguage } from "#web/kit/words/language.tsx";
import type { Opened } from "../life/protocol.ts";
import { Moments } from "./moments.tsx";
import { instantAt, moved, placeOf, ticksOf } from "./scale.ts";
import { useLooking, useTime } from "./time.ts";
import styles from "./time-line.module.css";

/** So near to now, a finger means now. */
const NEAR = 5;

/** The contract's life on a line. Dragged, or walked with the keyboard: arrows a day, with shift a month, Home and End, N for now. */
export function TimeLine({ opened, now }: { opened: Opened; now: number }) {
  const { language, say } = useLanguage();
  const time = useTime();
  const looking = useLooking();
  const at = Math.floor((looking.at ?? now) / MINUTE) * MINUTE;
  const { ref, width } = useElementSize();
  const dragged = useRef(false);
  const { zone } = opened;
  const span = useMemo(() => ({ from: opened.from, until: Math.max(opened.until, now) }), [opened.from, opened.until, now]);
  const voice = useMemo(() => openVoice(language, zone), [language, zone]);
  const ticks = useMemo(() => ticksOf(span, width || 800, zone, language), [span, width, zone, language]);

  function go(to: number): void {
    const there = clamp(Math.floor(to / MINUTE) * MINUTE);
    if (Math.abs(placeOf(span, there) - placeOf(span, now)) * width < NEAR) time.toNow();
    else time.set({ at: there });
  }

  function drag(event: PointerEvent<HTMLDivElement>): void {
    if (event.type === "pointerdown") {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      dragged.current = true;
    }
    if (!dragged.current) return;
    const { left, width: wide } = event.currentTarget.getBoundingClientRect();
    go(instantAt(span, (event.clientX - left) / wide));
  }

  function walk(event: KeyboardEvent): void {
    const far = event.shiftKey ? { months: 1 } : { days: 1 };
    const back = event.shiftKey ? { months: -1 } : { days: -1 };
    const steps: Record<string, () => void> = {
      ArrowRight: () => time.set({ at: clamp(moved(at, zone, far)) }),
      ArrowUp: () => time.set({ at: clamp(moved(at, zone, far)) }),
      ArrowLeft: () => time.set({ at: clamp(moved(at, zone, back)) }),
      ArrowDown: () => time.set({ at: clamp(moved(at, zone, back)) }),
      PageUp: () => time.set({ at: clamp(moved(at, zone, { months: 1 })) }),
      PageDown: () => time.set({ at: clamp(moved(at, zone, { months: -1 })) }),
      Home: () => time.set({ at: span.from }),
      End: () => time.set({ at: span.until }),
      n: () => time.toNow(),
    };
    const step = steps[event.key] ?? steps[event.key.toLowerCase()];
    if (!step || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    step();
  }

  function clamp(to: number): number {
    return Math.min(span.until, Math.max(span.from, to));
  }

  return (
    <div
      ref={ref}
      className={styles.line}
      role="slider"
      tabIndex={0}
      aria-label={say({ fr: "Instant de la vie du contrat", en: "Instant of the contract's life" })}
      aria-valuemin={span.from}
      aria-valuemax={span.until}
      aria-valuenow={at}
      aria-valuetext={voice.instant(at)}
      onPointerDown={drag}
      onPointerMove={drag}
      onPointerUp={() => (dragged.current = false)}
      onPointerCancel={() => (dragged.current = false)}
      onKeyDown={walk}
    >
      <div className={styles.track}>
        <div className={styles.past} style={{ width: `${placeOf(span, now) * 100}%` }} />
        <Moments span={span} moments={opened.moments} width={width} />
        <div className={styles.now} style={{ left: `${placeOf(span, now) * 100}%` }} />
        <div className={styles.thumb} style={{ left: `${placeOf(span, at) * 100}%` }} />
      </div>
      <div className={styles.ticks} aria-hidden>
        {ticks.map((tick) => (
          <span key={tick.at} data-strong={tick.strong} style={{ left: `${placeOf(span, tick.at) * 100}%` }}>
            {tick.words}
          </span>
        ))}
      </div>
    </div>
  );
}
