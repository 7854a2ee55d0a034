import { z } from "zod";
import { decimal } from "#kernel/money/fraction.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import { type Names, openNames } from "#kernel/words/names.ts";
import { reasonWords } from "#kernel/words/reasons.ts";
import type { Voice } from "#kernel/words/voice.ts";
import { reading } from "#platform/database/scope.ts";
import { notFound } from "#platform/http/problems.ts";
import { route, type Route } from "#platform/http/route.ts";
import type { Ledger } from "../ledger.ts";
import { type Named, readNames } from "../personal/names.ts";
import { type CapHeld, type NoticeOpen, readSeats } from "../seats/read-seats.ts";
import { contractFor } from "./contract-for.ts";
import { contractParams } from "./schemas.ts";
import { formOf } from "./form-asked.ts";
import { voiceFor } from "./voice-for.ts";

/** Who uses the service, and how many may. */
export function seatRoutes(ledger: Ledger): Route[] {
  return [getSeats(ledger)];
}

const holderSchema = z.object({
  subject: z.string(),
  since: z.string(),
  /** The fact that gave it, and its place in the log. */
  fact: z.string(),
  entry: z.int(),
  affiliate: z.string().optional(),
  /** What the holder is called, kept apart: to who may read it. */
  name: z.string().optional(),
});

const noticeSchema = z.object({
  fact: z.string(),
  entry: z.int(),
  subject: z.string(),
  quantity: z.string(),
  form: z.string().optional(),
  received: z.string(),
  /** Why it raised nothing: a clause refused it, or it was not addressed to these. */
  refused: z.string().optional(),
  missed: z.array(z.string()),
  disputed: z.object({ at: z.string(), reason: z.string().optional() }).optional(),
  /** How it may be disputed, and until when. */
  dispute: z.object({ clause: z.string(), act: z.string(), form: z.string().optional(), until: z.string().optional() }).optional(),
});

const capSchema = z.object({
  clause: z.string(),
  document: z.string(),
  article: z.string(),
  name: z.string(),
  unit: z.string(),
  /** What takes one, and what gives it back. */
  takes: z.string(),
  gives: z.string(),
  /** The figure in force; absent where nothing says it, and why. */
  most: z.string().optional(),
  unknown: z.string().optional(),
  held: z.int(),
  /** Whether going beyond is refused, or recorded as a breach. */
  beyond: z.enum(["refused", "breach", "told"]),
  holders: z.array(holderSchema),
  /** What use beyond the cap has opened. */
  mends: z.array(z.object({ clause: z.string(), name: z.string(), subject: z.string(), acts: z.array(z.string()) })),
  /** How the cap grows; absent where it takes an amendment. */
  increase: z
    .object({ clause: z.string(), article: z.string(), act: z.string(), form: z.string().optional(), to: z.array(z.string()) })
    .optional(),
  notices: z.array(noticeSchema),
});

function getSeats(ledger: Ledger): Route {
  return route({
    name: "getSeats",
    method: "get",
    path: "/contracts/{contract}/seats",
    scope: "contracts:read",
    summary: { fr: "Qui tient un accès, et combien le contrat en permet", en: "Who holds a seat, and how many the contract allows" },
    description: {
      fr: "Comptés comme la clause les mesure, sur le groupe entier : ce qui a été refusé n'y est pas. Avec les avis d'augmentation et leurs contestations.",
      en: "Counted as the clause measures them, over the whole group: what was refused is not among them. With notices of increase and their disputes.",
    },
    params: contractParams,
    answers: {
      200: {
        words: { fr: "Les accès", en: "The seats" },
        body: z.object({ at: z.string(), phase: z.string(), caps: z.array(capSchema) }).meta({ id: "Seats" }),
      },
    },
    problems: [404],
    async handle({ caller, input: { params }, language }) {
      const name = await contractFor(ledger, caller, params.contract);
      const mayName = caller.scopes.includes("personal:read");
      const found = await reading(ledger.database, [name.tenant], async (transaction) => {
        const seats = await readSeats(transaction, ledger, name);
        const places = seats?.caps.flatMap(({ holders }) => holders.map(({ position }) => position)) ?? [];
        return seats && { seats, called: mayName ? await readNames(transaction, ledger, name, places) : new Map<number, Named>() };
      });
      if (!found) throw notFound({ fr: "Ce contrat", en: "This contract" });
      const { seats, called } = found;
      const voice = voiceFor(ledger, seats.contract, language);
      const names = openNames(seats.contract, voice);
      return {
        status: 200,
        body: { at: formatInstant(seats.at), phase: seats.phase, caps: seats.caps.map((cap) => capJson(cap, voice, names, called)) },
      };
    },
  });
}

function capJson(
  { cap, most, unknown, holders, mends, increase, notices }: CapHeld,
  voice: Voice,
  names: Names,
  called: ReadonlyMap<number, Named>,
) {
  const { clause, plus, minus } = cap;
  return {
    clause: clause.id,
    document: clause.document,
    article: clause.article,
    name: names.clause(clause.id),
    unit: clause.unit?.[voice.language] ?? "",
    takes: plus,
    gives: minus,
    ...(most && { most: decimal(most, 0) }),
    ...(unknown && { unknown: reasonWords(unknown, voice, names) }),
    held: holders.length,
    beyond:
      clause.otherwise === "breach" ? ("breach" as const) : Array.isArray(clause.otherwise) ? ("told" as const) : ("refused" as const),
    holders: holders.map(({ subject, since, position, fact, affiliate }) => {
      const name = called.get(position)?.name;
      return { subject, since: formatInstant(since), fact, entry: position, ...(affiliate && { affiliate }), ...(name && { name }) };
    }),
    mends: mends.map(({ item, clause: { id, ...rest } }) => ({
      clause: id,
      name: names.clause(id),
      subject: item.subject,
      acts: [...((rest as { keptBy?: readonly string[] }).keptBy ?? [])],
    })),
    ...(increase && {
      increase: {
        clause: increase.id,
        article: increase.article,
        act: increase.usedBy[0]!,
        ...formOf(increase),
        to: [...(increase.addressedTo ?? [])],
      },
    }),
    notices: notices.map((notice) => noticeJson(notice, voice, names)),
  };
}

function noticeJson(notice: NoticeOpen, voice: Voice, names: Names) {
  const { fact, position, subject, quantity, form, missed, received, refused, disputed, dispute } = notice;
  return {
    fact,
    entry: position,
    subject,
    quantity,
    missed: missed.map(names.party),
    ...(form !== undefined && { form }),
    received: formatInstant(received),
    ...(refused?.reason && { refused: reasonWords(refused.reason, voice, names) }),
    ...(disputed && { disputed: { ...disputed, at: formatInstant(disputed.at) } }),
    ...(dispute && {
      dispute: {
        clause: dispute.clause.id,
        act: dispute.clause.usedBy[0]!,
        ...formOf(dispute.clause),
        ...(dispute.until !== undefined && { until: formatInstant(dispute.until) }),
      },
    }),
  };
}
