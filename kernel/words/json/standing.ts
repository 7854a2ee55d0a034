import type { ItemType } from "../../engine/item.ts";
import type { NumberedItem } from "../../engine/register.ts";
import type { Standing } from "../../engine/standing.ts";
import { formatFraction } from "../../money/fraction.ts";
import type { Contract } from "../../terms/contract.ts";
import { formatInstant, type Instant } from "../../time/instant.ts";
import { openNames } from "../names.ts";
import { languages } from "../language.ts";
import { reasonWords } from "../reasons.ts";
import { openVoice, type Voice } from "../voice.ts";
import { sumsOf } from "../../engine/sums.ts";

type Json = Record<string, unknown>;

/** An item for machines; docs/guide/json.md lists its keys. */
export interface ItemJson extends Json {
  id: string;
  type: ItemType;
  state: string;
  clause: string;
  subject: string;
  party: string;
}

/** A standing for machines: instants in UTC with milliseconds, exact numbers as text. Documented in docs/guide/json.md. */
export function standingJson(standing: Standing, contract: Contract, voice: Voice) {
  const { term } = standing;
  return {
    contract: standing.contract,
    zone: contract.zone,
    at: iso(standing.at),
    knownAt: iso(standing.knownAt),
    edition: standing.edition,
    phase: standing.phase,
    ...instants(standing, ["accepted", "activated"]),
    ...(term && { term: { period: term.period, start: iso(term.start), end: iso(term.end) } }),
    ...instants(standing, ["ends"]),
    creditDays: standing.creditDays,
    sums: sumsOf(standing.items).map(({ from, to, unit, due, accruing, settled, unknown }) => ({
      from,
      to,
      unit,
      due: formatFraction(due),
      accruing: formatFraction(accruing),
      settled: formatFraction(settled),
      unknown,
    })),
    items: standing.items.map((item) => itemJson(item, contract, voice)),
  };
}

export function itemJson(item: NumberedItem, contract: Contract, voice: Voice): ItemJson {
  const { id, type, clause, subject, state, document, article, party, to, figure, otherwise, reason, because, fields, version, pausedFor } =
    item;
  const deed = contract.byId.get(clause)?.deed;
  return {
    id,
    type,
    state,
    clause,
    subject,
    document,
    article,
    ...(deed && { deed }),
    party,
    ...(to !== undefined && { to }),
    ...instants(item, ["opened", "from", "due", "target", "until", "done", "closed", "pausedAt"]),
    ...(pausedFor !== undefined && { pausedFor }),
    ...(figure && { figure }),
    ...(otherwise && {
      otherwise: Object.fromEntries(
        Object.entries(otherwise).map(([name, other]) => [
          name,
          { ...instants(other, ["due", "until"]), ...(other.figure && { figure: other.figure }) },
        ]),
      ),
    }),
    ...(reason && {
      reason: {
        ...reason,
        words: Object.fromEntries(languages.map((language) => [language, sayReason(item, contract, openVoice(language, voice.zone))])),
      },
    }),
    because,
    fields,
    version,
  };
}

function sayReason({ reason }: NumberedItem, contract: Contract, voice: Voice): string {
  return reason ? reasonWords(reason, voice, openNames(contract, voice)) : "";
}

function instants<K extends string>(of: { readonly [key in K]?: Instant | undefined }, keys: readonly K[]): Json {
  return Object.fromEntries(keys.flatMap((key) => (of[key] === undefined ? [] : [[key, iso(of[key])]])));
}

export function iso(at: Instant): string {
  return formatInstant(at);
}
