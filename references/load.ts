import { readReferences } from "#kernel/references.ts";
import type { RawReferences, References } from "#kernel/references.ts";
import ecbRefinancing from "./ecb-refinancing.json" with { type: "json" };
import { editionOf } from "./edition.ts";
import holidaysFr from "./holidays-fr.json" with { type: "json" };
import legalInterestFr from "./legal-interest-fr.json" with { type: "json" };
import zones from "./zones.json" with { type: "json" };

/** When someone last checked the sources as a whole. */
const GATHERED = "2026-11";

const FILES = [zones, holidaysFr, legalInterestFr, ecbRefinancing];

/** The references of this release. Reads nothing but its own JSON, so it costs milliseconds and cannot fail at a customer's. */
export function loadReferences(): References {
  return readReferences(rawReferences());
}

/** The same before reading, for whoever needs to change a figure: a test, or a trial with a rate not yet published. */
export function rawReferences(): RawReferences {
  return {
    edition: editionOf(GATHERED, FILES),
    zones,
    holidays: [holidaysFr],
    rates: [legalInterestFr, ecbRefinancing],
  };
}
