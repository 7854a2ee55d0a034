import { Misread } from "#kernel/terms/problem.ts";
import { BeyondCalendar } from "#kernel/time/beyond-calendar.ts";
import { evidenceWords } from "#kernel/words/evidence.ts";
import { Refused } from "#platform/http/problem.ts";
import { badInput } from "#platform/http/problems.ts";
import { LogAltered } from "../evidence/log-altered.ts";
import { TermsAltered } from "../evidence/terms-altered.ts";
import type { Unwitnessed } from "../evidence/witness.ts";

/** Gives what evidence threw as the problem it is; anything else goes on. `place` is where keys and notes came from. */
export async function proven<T>(work: () => Promise<T>, place = "body"): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Misread) throw unverified(error, place);
    if (error instanceof LogAltered) throw logAltered(error);
    if (error instanceof TermsAltered) throw termsAltered();
    if (error instanceof BeyondCalendar)
      throw badInput([
        {
          place: "query.at",
          code: "beyond-calendar",
          detail: { fr: "Cet instant est au-delà du calendrier connu.", en: "This instant is beyond the calendar known." },
        },
      ]);
    throw error;
  }
}

function unverified({ code, args }: Misread, place: string): Refused {
  return new Refused({
    code: "not-verified",
    status: 422,
    title: { fr: "Signature ou clé inutilisable", en: "Signature or key that cannot be used" },
    detail: evidenceWords({ code, args }),
    mend: {
      fr: "Envoyez la note telle qu'elle a été donnée, contresignée par une clé enregistrée auprès de /witness-keys.",
      en: "Send the note as it was given, cosigned by a key that is registered at /witness-keys.",
    },
    errors: [{ place, code, detail: evidenceWords({ code, args }) }],
  });
}

function logAltered({ size }: LogAltered): Refused {
  return new Refused({
    code: "log-altered",
    status: 500,
    title: { fr: "Journal altéré", en: "Log altered" },
    detail: {
      fr: `Le journal ne continue plus celui dont ${size} écritures ont été signées : rien n'est signé sur cette base.`,
      en: `The log no longer goes on from the one of which ${size} entries were signed: nothing is signed over it.`,
    },
    mend: {
      fr: "Prévenez le prestataire. Le dossier entier (« evidence » sans « item ») et le dernier point de contrôle restent disponibles.",
      en: "Tell the provider. The whole pack (`evidence` without `item`) and the last checkpoint can still be had.",
    },
  });
}

function termsAltered(): Refused {
  return new Refused({
    code: "terms-altered",
    status: 500,
    title: { fr: "Conditions altérées", en: "Terms altered" },
    detail: {
      fr: "Les conditions ne sont plus celles sur lesquelles un état a été signé : rien n'est signé sur cette base.",
      en: "The terms are no longer those about which a standing was signed: nothing is signed about them.",
    },
    mend: {
      fr: "Prévenez le prestataire, et gardez les dossiers reçus auparavant : ils contiennent les conditions signées.",
      en: "Tell the provider, and keep the packs you were given before: they hold the terms that were signed.",
    },
  });
}

/** Only those whose contract it is, or who sold it, can bear witness against its author. */
export function noWitness(): Refused {
  return new Refused({
    code: "witness-is-author",
    status: 403,
    title: { fr: "Pas un témoin", en: "No witness" },
    detail: {
      fr: "Le prestataire signe le journal : il n'en est pas le témoin.",
      en: "The provider signs the log, and is no witness of it.",
    },
    mend: { fr: "Employez une clé du client ou du distributeur.", en: "Use a key of the customer or the distributor." },
  });
}

const unwitnessed: Readonly<Record<Unwitnessed, Omit<ConstructorParameters<typeof Refused>[0], "code">>> = {
  "witness-keys-many": {
    status: 409,
    title: { fr: "Trop de clés de témoin", en: "Too many witness keys" },
    detail: { fr: "Seize clés de témoin sont déjà en service.", en: "Sixteen witness keys are already in service." },
    mend: { fr: "Retirez-en une d'abord.", en: "Retire one first." },
  },
  "no-such-checkpoint": {
    status: 409,
    title: { fr: "Point de contrôle inconnu", en: "Unknown checkpoint" },
    detail: {
      fr: "Cette note n'est pas un point de contrôle que nous avons signé pour ce contrat.",
      en: "This note is no checkpoint that we signed for this contract.",
    },
    mend: {
      fr: "Si elle porte notre signature, gardez-la : c'est la preuve de deux journaux. Sinon, partez de /checkpoint.",
      en: "If it bears our signature, keep it: it proves that there are two logs. If not, begin from /checkpoint.",
    },
  },
  "cosignature-untimely": {
    status: 422,
    title: { fr: "Contreseing hors du temps", en: "Cosignature out of time" },
    detail: {
      fr: "L'heure du contreseing est dans l'avenir, ou précède la signature du point de contrôle.",
      en: "The cosignature's time is in the future, or before the checkpoint was signed.",
    },
    mend: { fr: "Mettez l'horloge du témoin à l'heure.", en: "Set the witness's clock right." },
  },
};

export function unwitnessedProblem(why: Unwitnessed): Refused {
  return new Refused({ code: why, ...unwitnessed[why] });
}
