import { z } from "zod";
import { DAY, formatInstant, type Instant, parseInstant } from "#kernel/time/instant.ts";
import { Refused } from "#platform/http/problem.ts";
import { route, type Route } from "#platform/http/route.ts";
import type { Clock } from "./clock.ts";

/** Further than this it does not go in one step: every night between is lived. */
const FURTHEST = 366 * DAY;

const told = z
  .object({
    at: z.string().meta({ description: "what the demonstration's clock shows" }),
    ahead: z.int().meta({ description: "how far it is ahead of the machine's, in ms" }),
  })
  .meta({ id: "DemonstrationClock" });

/** The demonstration's clock. There only where a demonstration is served: no other installation's time can be moved. */
export function clockRoutes(clock: Clock, liveOn: () => Promise<void>): Route[] {
  return [tellClock(clock), moveClock(clock, liveOn)];
}

function tellClock(clock: Clock): Route {
  return route({
    name: "getDemonstrationClock",
    method: "get",
    path: "/demonstration/clock",
    scope: "contracts:read",
    summary: { fr: "L'horloge de la démonstration", en: "The demonstration's clock" },
    answers: { 200: { words: { fr: "Ce qu'elle montre", en: "What it shows" }, body: told } },
    async handle() {
      return { status: 200, body: shown(clock) };
    },
  });
}

function moveClock(clock: Clock, liveOn: () => Promise<void>): Route {
  return route({
    name: "moveDemonstrationClock",
    method: "post",
    path: "/demonstration/clock",
    scope: "admin",
    summary: { fr: "Avance l'horloge de la démonstration", en: "Moves the demonstration's clock forward" },
    description: {
      fr: "Jamais en arrière : ce qui est enregistré ne se défait pas. Ce qui échoit entre-temps échoit, dans l'ordre ; les machines continuent, les gens n'agissent pas.",
      en: "Never back: what is recorded is not undone. What falls due meanwhile does, in order; machines go on, people do nothing.",
    },
    body: z.strictObject({
      at: z.string().refine((text) => parseInstant(text) !== undefined, "expected an instant: 2025-01-31T10:00:00Z"),
    }),
    answers: { 200: { words: { fr: "Avancée", en: "Moved" }, body: told } },
    problems: [422],
    async handle({ input: { body } }) {
      const at = parseInstant(body.at)!;
      if (at < clock.now() || at > clock.now() + FURTHEST) throw outOfReach(clock.now());
      clock.moveTo(at);
      await liveOn();
      return { status: 200, body: shown(clock) };
    },
  });
}

function shown(clock: Clock): { at: string; ahead: number } {
  return { at: formatInstant(clock.now()), ahead: clock.ahead() };
}

function outOfReach(now: Instant): Refused {
  return new Refused({
    code: "clock-out-of-reach",
    status: 422,
    title: { fr: "L'horloge ne va pas là", en: "The clock does not go there" },
    detail: {
      fr: `Elle n'avance que vers plus tard, d'un an au plus ; elle montre ${formatInstant(now)}.`,
      en: `It only goes forward, by a year at most; it shows ${formatInstant(now)}.`,
    },
    mend: { fr: "Donnez un instant à venir.", en: "Give an instant yet to come." },
  });
}
