import { effectiveFacts } from "#kernel/engine/effective.ts";
import { factName } from "#kernel/engine/fact.ts";
import type { NumberedItem } from "#kernel/engine/register.ts";
import type { Standing } from "#kernel/engine/standing.ts";
import type { Figure } from "#kernel/money/figure.ts";
import { recompute } from "#kernel/money/figure.ts";
import { minorDigits } from "#kernel/money/currency.ts";
import { parseFraction } from "#kernel/money/fraction.ts";
import type { Life } from "./life.ts";

/** What every item of a standing owes its reader. */
export function itemFaults(life: Life, { items }: Standing): string[] {
  const known = new Set(effectiveFacts(life.facts, Infinity).map(factName));
  const seen = new Set<string>();
  const ids = new Set<string>();
  return items.flatMap((item) => {
    const faults: string[] = [];
    const say = (fault: string) => faults.push(`${item.id} ${fault}: ${JSON.stringify(item).slice(0, 700)}`);
    if (ids.has(item.id)) say("shares its name");
    ids.add(item.id);
    const identity = `${item.type}/${item.clause}/${item.subject}/${item.opened}/${item.twin ?? 0}`;
    // What is over as soon as it happens, a breach or a refusal, may share its instant with others.
    if (item.closed !== item.opened) {
      if (seen.has(identity)) say("stands twice");
      seen.add(identity);
    }
    if (!item.because.facts.some((name) => known.has(name))) say("rests on no fact");
    if (!keptOrMissed(item)) say("is neither kept in time nor missed");
    if (!insideItsWindow(item)) say("was used outside its window");
    for (const figure of figuresOf(item)) for (const fault of recompute(figure)) say(fault);
    if (item.figure && /^[A-Z]{3}$/.test(item.figure.unit) && !wholeMinor(item.figure)) say("is no whole number of minor units");
    if ((item.state === "due" || item.state === "accruing") && item.type === "amount" && !item.figure) say("is owed without a figure");
    if (item.state === "unknown" && !item.reason) say("is unknown for no reason");
    return faults;
  });
}

/** Kept before it was due, or missed and done at best late: never both. While a clock is stopped it cannot run out. */
function keptOrMissed({ type, state, opened, due, done, pausedAt }: NumberedItem): boolean {
  if (type !== "obligation") return true;
  if (state === "kept")
    return done !== undefined && (due === undefined || done < due || (pausedAt !== undefined && pausedAt <= Math.max(due, opened)));
  if (state === "missed") return done === undefined || due === undefined || done >= due;
  return true;
}

/** Windows are half-open: from the first instant, up to and not including the last. */
function insideItsWindow({ type, state, opened, from, until, done }: NumberedItem): boolean {
  if (type !== "right" || state !== "used") return true;
  return done !== undefined && done >= (from ?? opened) && done >= opened && (until === undefined || done < until);
}

function figuresOf({ figure, otherwise }: NumberedItem): Figure[] {
  const others = Object.values(otherwise ?? {}).flatMap((other) => (other.figure ? [other.figure] : []));
  return figure ? [figure, ...others] : others;
}

function wholeMinor({ value, unit }: Figure): boolean {
  const number = parseFraction(value);
  return number !== undefined && 10n ** BigInt(minorDigits(unit)) % number.d === 0n;
}
