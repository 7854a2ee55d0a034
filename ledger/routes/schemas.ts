import { z } from "zod";

// The shapes that several routes share. Facts and items are told whole: docs/guide/json.md says what each key means.

export const contractParams = z.object({ contract: z.uuid() });

/** A pseudonym of a person: what they are called lies elsewhere. */
export const personName = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,99}$/);

/** Something that happened, as its teller states it. Fields of its kind may stand in `fields` or beside. */
export const factSchema = z
  .looseObject({
    id: z.string().min(1).max(200),
    kind: z.string().min(1).max(200),
    subject: z.string().min(1).max(200).optional(),
    occurred: z.string().optional(),
    by: z.string().min(1).max(50).optional(),
    source: z.string().min(1).max(100).optional(),
    fields: z.record(z.string(), z.unknown()).optional(),
    /** Text fields that tell about a person: kept apart, under the person's key. */
    personal: z.record(z.string(), z.strictObject({ person: personName, text: z.string().min(1).max(20_000) })).optional(),
  })
  .meta({ id: "StatedFact" });

export const itemSchema = z
  .looseObject({
    id: z.string(),
    type: z.enum(["obligation", "right", "amount", "refusal"]),
    state: z.string(),
    clause: z.string(),
    subject: z.string(),
    party: z.string(),
  })
  .meta({ id: "Item" });

export const faultSchema = z.object({ place: z.string(), code: z.string(), detail: z.string() }).meta({ id: "Fault" });

export const entrySchema = z.object({ line: z.int(), entry: z.int(), again: z.boolean() });

export const pinnedSchema = z.object({ id: z.string(), version: z.string(), digest: z.string() }).meta({ id: "PinnedDocument" });

export const findingSchema = z
  .looseObject({ code: z.string(), level: z.string(), article: z.string(), words: z.string(), mend: z.string() })
  .meta({ id: "Finding" });
