import type { Caller } from "#platform/http/authenticate.ts";

/** Whose matter a line is, to who asks. */
export const sides = ["mine", "theirs"] as const;
export type Side = (typeof sides)[number];

/** A customer's side is its people and companies too; what either party may do is everybody's. */
const own: Readonly<Record<Caller["kind"], readonly string[]>> = {
  provider: ["provider", "either"],
  distributor: ["distributor", "either"],
  customer: ["customer", "administrator", "affiliate", "user", "either"],
};

/** The parties of a side, as who asks sees them. */
export function sideOf(kind: Caller["kind"], side: Side): { parties: readonly string[]; others: boolean } {
  return side === "mine" ? { parties: own[kind], others: false } : { parties: own[kind].filter((one) => one !== "either"), others: true };
}
