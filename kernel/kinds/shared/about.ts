import type { Event } from "../../engine/event.ts";
import { type Item, WHOLE } from "../../engine/item.ts";
import type { Step } from "../../engine/step.ts";
import type { Effect } from "../../terms/grammar.ts";

/** The event names that effects tell. */
export function told(effects: readonly Effect[] | undefined): string[] {
  return (effects ?? []).flatMap((effect) =>
    effect.do === "tell"
      ? [effect.event]
      : effect.do === "end"
        ? ["contract.ends", "contract.ended"]
        : effect.do === "set"
          ? ["contract.amended"]
          : ["term.extended"],
  );
}

/** An event that time itself brings about for an item. */
export function ofStep(step: Step, item: Item, { clause }: { clause: string }): Event {
  return {
    name: `${clause}.time`,
    subject: item.subject === "" ? WHOLE : item.subject,
    at: step.at,
    fields: item.fields,
    because: item.because,
    closesDay: true,
    depth: 0,
  };
}
