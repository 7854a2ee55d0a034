import { dayWords, instantWords } from "#web/kit/words/instants.ts";
import { useLanguage } from "#web/kit/words/language.tsx";

/** An instant, to be read. */
export function When({ at, zone }: { at: string; zone?: string }) {
  const { language } = useLanguage();
  return <time dateTime={at}>{instantWords(Date.parse(at), language, zone)}</time>;
}

/** The day of an instant. */
export function Day({ at, zone }: { at: string; zone?: string }) {
  const { language } = useLanguage();
  return <time dateTime={at}>{dayWords(Date.parse(at), language, zone)}</time>;
}

/** The last day before an end that falls at midnight: the day on which something still holds. */
export function LastDay({ end, zone }: { end: string; zone: string }) {
  const { language } = useLanguage();
  return (
    <time dateTime={end} style={{ whiteSpace: "nowrap" }}>
      {dayWords(Date.parse(end) - 1, language, zone)}
    </time>
  );
}
