import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DAY, formatInstant, type Instant, parseInstant } from "#kernel/time/instant.ts";

/** What a demonstration's directory says of itself. */
export interface Stamp {
  /** Whether everything has been lived; a half-made one is started over. */
  made: boolean;
  /** The instant up to which its lives were made. */
  today: Instant;
  /** The instant up to which machines have told on since. */
  lived: Instant;
  /** How far its clock is ahead of the machine's, in ms. */
  ahead: number;
  /** The release that it was made of. */
  edition: string;
}

/** After so long the stories of "today" are too old. */
export const KEEPS = 7 * DAY;

const NAME = "demonstration.json";

/** A folder that holds something else is never touched. */
export class Occupied extends Error {}

export function readStamp(directory: string): Stamp | undefined {
  const path = join(directory, NAME);
  if (!existsSync(path)) return undefined;
  const { made, ahead, edition, ...told } = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  const [today, lived] = [told["today"], told["lived"]].map((text) => parseInstant(String(text)));
  if (today === undefined || lived === undefined) return undefined;
  return { made: made === true, today, lived, ahead: Number(ahead), edition: String(edition) };
}

/** Written whole or not at all. */
export function writeStamp(directory: string, { today, lived, ...stamp }: Stamp): void {
  const path = join(directory, NAME);
  writeFileSync(`${path}.new`, `${JSON.stringify({ ...stamp, today: formatInstant(today), lived: formatInstant(lived) }, null, 2)}\n`);
  renameSync(`${path}.new`, path);
}

/** Whether what a directory holds can be shown on a day: made whole, of this release, and not too long ago. */
export function stillGood(stamp: Stamp | undefined, now: Instant, edition: string): boolean {
  return stamp?.made === true && stamp.edition === edition && now - stamp.today < KEEPS && now >= stamp.today - DAY;
}

/** Empties a demonstration's directory, or makes it. Throws Occupied where it holds anything that no demonstration left there. */
export function clearDirectory(directory: string, today: Instant, edition: string): void {
  if (existsSync(directory) && readdirSync(directory).length > 0 && !existsSync(join(directory, NAME))) throw new Occupied(directory);
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, 0o711); // as root, PostgreSQL runs as nobody
  writeStamp(directory, { made: false, today, lived: today, ahead: 0, edition });
}
