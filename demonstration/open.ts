import type { Instant } from "#kernel/time/instant.ts";
import type { Route } from "#platform/http/route.ts";
import type { Configuration } from "#platform/configuration.ts";
import type { Log } from "#platform/telemetry/log.ts";
import { type Installation, openInstallation } from "../main.ts";
import { withPeople } from "./add-people.ts";
import { type Clock, openClock } from "./clock.ts";
import { clearDirectory, readStamp, stillGood, writeStamp } from "./directory.ts";
import { editionOf } from "./edition.ts";
import { liveOn } from "./live-on.ts";
import { makeDemonstration, type Wanted } from "./make.ts";
import { clockRoutes } from "./routes.ts";

export interface Asked {
  configuration: Configuration;
  /** The machine's clock. */
  machine: () => Instant;
  log: Log;
  /** Made anew, whatever is there. */
  reset: boolean;
  /** Told before the making begins, and as each contract is done. */
  making: () => void;
  tell: Wanted["tell"];
}

/** An installation in its demonstration: its clock can be moved, and its machines tell on. */
export type Demonstration = Installation & { routes: readonly Route[]; clock: Clock };

const EVERY = 600_000;

/** Opens the demonstration of a directory. It is made the first time, and again where it is half made, of other stories, or too old. */
export async function openDemonstration(asked: Asked): Promise<Demonstration> {
  const { directory } = asked.configuration;
  const edition = editionOf();
  if (asked.reset || !stillGood(readStamp(directory), asked.machine(), edition)) await make(asked, edition);
  const clock = openClock(directory, asked.machine);
  const installation = await openInstallation(asked.configuration, clock.now, asked.log);
  const inTurn = oneAfterAnother(() => liveOn(installation.ledger, directory));
  await inTurn();
  const nights = setInterval(
    () => void inTurn().catch((error: unknown) => asked.log.error({ err: error }, "the demonstration did not live on")),
    EVERY,
  );
  return {
    ...installation,
    clock,
    routes: clockRoutes(clock, inTurn),
    async close() {
      clearInterval(nights);
      await installation.close();
    },
  };
}

async function make({ configuration, machine, log, making, tell }: Asked, edition: string): Promise<void> {
  const { directory } = configuration;
  const today = machine();
  clearDirectory(directory, today, edition);
  making();
  const installation = await openInstallation(configuration, () => today, log);
  try {
    await withPeople(installation, (addPerson) => makeDemonstration(installation, { today, tell, addPerson }));
    writeStamp(directory, { made: true, today, lived: today, ahead: 0, edition });
  } finally {
    await installation.close();
  }
}

/** Work that is asked for while it is under way is done once more afterwards. */
function oneAfterAnother(work: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(work, work);
    return last;
  };
}
