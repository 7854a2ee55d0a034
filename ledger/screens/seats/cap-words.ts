import type { components } from "#web/kit/client/schema.d.ts";
import type { Words } from "#web/kit/words/language.tsx";

export type Cap = components["schemas"]["Seats"]["caps"][number];
export type Holder = Cap["holders"][number];
export type Notice = Cap["notices"][number];

/** How one speaks of what a cap counts, by the fact that takes one. */
interface Speech {
  /** What the holder is called in a form. */
  who: Words;
  /** Where it is left out. */
  lacking: Words;
  hint: Words;
  assign: Words;
  release: Words;
  replace: Words;
  /** What replacing does. */
  passes: Words;
  none: Words;
  teaches: Words;
}

const seats: Speech = {
  who: { fr: "Nom", en: "Name" },
  lacking: { fr: "Il manque un nom.", en: "A name is missing." },
  hint: {
    fr: "Gardé à part, sous la clé de cette personne ; le journal n'en a qu'un repère.",
    en: "Kept apart, under this person's key; the log has a mark only.",
  },
  assign: { fr: "Attribuer un accès", en: "Assign a seat" },
  release: { fr: "Libérer", en: "Free" },
  replace: { fr: "Remplacer", en: "Replace" },
  passes: {
    fr: "L'accès de {who} se libère à l'instant, à son départ, et passe à la personne que voici. Un accès ne se prête pas : il ne change de main qu'à un départ.",
    en: "The seat of {who}, who has left, is free this instant and goes to this person. A seat is not lent: it changes hands on a departure only.",
  },
  none: { fr: "Personne n'a encore d'accès.", en: "Nobody has a seat yet." },
  teaches: {
    fr: "Attribuez un accès : il compte dès cet instant, et pour tout le groupe.",
    en: "Assign a seat: it counts from that instant, and for the whole group.",
  },
};

const mailboxes: Speech = {
  who: { fr: "Adresse", en: "Address" },
  lacking: { fr: "Il manque une adresse.", en: "An address is missing." },
  hint: {
    fr: "Gardée à part ; le journal n'en a qu'un repère. Une adresse, une licence.",
    en: "Kept apart; the log has a mark only. One address, one licence.",
  },
  assign: { fr: "Ajouter une adresse", en: "Add an address" },
  release: { fr: "Retirer", en: "Remove" },
  replace: { fr: "Remplacer", en: "Replace" },
  passes: {
    fr: "{who} quitte le service à l'instant ; sa licence passe à l'adresse que voici.",
    en: "{who} leaves the service this instant; its licence goes to this address.",
  },
  none: { fr: "Aucune adresse n'est encore gérée.", en: "No address is handled yet." },
  teaches: {
    fr: "Ajoutez une adresse : elle occupe une licence dès cet instant, partagée ou non.",
    en: "Add an address: it takes a licence from that instant, shared or not.",
  },
};

const machines: Speech = {
  who: { fr: "Poste", en: "Machine" },
  lacking: { fr: "Il manque un poste.", en: "A machine is missing." },
  hint: { fr: "Gardé à part ; le journal n'en a qu'un repère.", en: "Kept apart; the log has a mark only." },
  assign: { fr: "Désigner un poste", en: "Designate a machine" },
  release: { fr: "Retirer", en: "Withdraw" },
  replace: { fr: "Remplacer", en: "Replace" },
  passes: {
    fr: "{who} est retiré à l'instant ; sa place passe au poste que voici.",
    en: "{who} is withdrawn this instant; its place goes to this machine.",
  },
  none: { fr: "Aucun poste n'est encore désigné.", en: "No machine is designated yet." },
  teaches: { fr: "Désignez un poste : il compte dès cet instant.", en: "Designate a machine: it counts from that instant." },
};

export function speechOf({ takes }: Pick<Cap, "takes">): Speech {
  return takes.startsWith("mailbox.") ? mailboxes : takes.startsWith("machine.") ? machines : seats;
}

/** Whether the fact that takes one may say which company of the group uses it. */
export function saysAffiliate({ takes }: Pick<Cap, "takes">): boolean {
  return takes === "seat.assigned";
}

/** What a holder is called here: by name where the reader may know it. */
export function calledOf({ name, subject }: Pick<Holder, "name" | "subject">): string {
  return name ?? subject;
}
