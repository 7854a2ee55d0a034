import { newMark, type Telling } from "../acting/use-tell.ts";
import { type Cap, type Holder, saysAffiliate } from "./cap-words.ts";

/** Somebody comes: the log gets a mark, their name lies apart under their own key. */
export function coming(cap: Cap, name: string, affiliate: string): Telling {
  const mark = newMark("p");
  const company = affiliate.trim();
  return {
    kind: cap.takes,
    subject: mark,
    by: "administrator",
    ...(company !== "" && saysAffiliate(cap) && { fields: { affiliate: company } }),
    personal: { note: { person: mark, text: name.trim() } },
  };
}

/** Somebody leaves: only that frees a seat. */
export function leaving({ gives }: Cap, { subject }: Holder): Telling {
  return { kind: gives, subject, by: "administrator", ...(gives === "seat.released" && { fields: { reason: "departure" } }) };
}

/** The written notice by which a cap grows; `about` is what it puts right, where something is beyond the cap already. */
export function raising(increase: NonNullable<Cap["increase"]>, quantity: number, about = newMark("n")): Telling {
  const { act, form, to } = increase;
  return {
    kind: act,
    subject: about,
    by: "administrator",
    fields: { quantity, "in-form": form ?? "writing", ...(to[0] !== undefined && { to: to[0] }) },
  };
}
