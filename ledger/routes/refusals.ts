import { Contradiction } from "#kernel/engine/effective.ts";
import { factName } from "#kernel/engine/fact.ts";
import { type Problem, Unusable } from "#kernel/terms/problem.ts";
import { BeyondCalendar } from "#kernel/time/beyond-calendar.ts";
import { problemWords } from "#kernel/words/problems.ts";
import { type Fault, Refused } from "#platform/http/problem.ts";
import { badInput, notFound } from "#platform/http/problems.ts";
import { NoSuchContract } from "../facts/append.ts";
import { NotYet } from "../facts/told.ts";
import { PersonForgotten } from "../personal/seal.ts";

/** What the kernel found wrong, each with its place and its mend. */
export function faultsOf(problems: readonly Problem[]): Fault[] {
  return problems.map((one) => {
    const { fr, en, mend } = problemWords(one);
    const place = one.place.line > 0 ? `${one.place.file}:${one.place.line}:${one.place.column}` : one.place.file;
    return { place, code: one.code, detail: { fr: `${fr} ${mend.fr}`.trim(), en: `${en} ${mend.en}`.trim() } };
  });
}

/** Terms, particulars or facts that cannot be used as written. */
export function unusable(problems: readonly Problem[]): Refused {
  const one = problems.length === 1;
  return new Refused({
    code: "unusable",
    status: 422,
    title: { fr: "Inutilisable tel quel", en: "Cannot be used as written" },
    detail: {
      fr: one ? "Un point s'y oppose ; rien n'a été enregistré." : `${problems.length} points s'y opposent ; rien n'a été enregistré.`,
      en: one ? "One thing is in the way; nothing was recorded." : `${problems.length} things are in the way; nothing was recorded.`,
    },
    mend: { fr: "Corrigez ce que « errors » nomme et envoyez de nouveau.", en: "Correct what `errors` names and send it again." },
    errors: faultsOf(problems),
  });
}

/** The text of a body; a body that is not UTF-8 is refused whole, since nothing of it can be trusted to be meant so. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw badInput([
      {
        place: "body",
        code: "not-utf8",
        detail: {
          fr: "Le corps n'est pas de l'UTF-8 valide : l'enregistrer en UTF-8.",
          en: "The body is not valid UTF-8: save it as UTF-8.",
        },
      },
    ]);
  }
}

/** Only the provider's desk may do this. */
export function deskOnly(): Refused {
  return new Refused({
    code: "desk-only",
    status: 403,
    title: { fr: "Réservé au prestataire", en: "For the provider only" },
    detail: { fr: "Cette clé n'est pas du prestataire.", en: "This key is not the provider's." },
    mend: { fr: "Demandez au prestataire de le faire.", en: "Ask the provider to do it." },
  });
}

function nameTaken(): Refused {
  return new Refused({
    code: "name-taken",
    status: 409,
    title: { fr: "Nom déjà pris", en: "Name already taken" },
    detail: { fr: "Ce client a déjà un contrat de ce nom.", en: "This customer already has a contract of this name." },
    mend: { fr: "Donnez-lui un autre nom.", en: "Give it another name." },
  });
}

/** Gives what a use case threw as the problem it is; anything else goes on. */
export async function spoken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw said(error);
  }
}

function said(error: unknown): unknown {
  if (error instanceof NoSuchContract) return notFound({ fr: "Ce contrat", en: "This contract" });
  if (error instanceof Unusable) return unusable(error.problems);
  if (error instanceof Error && (error as Error & { constraint?: string }).constraint === "contract_name") return nameTaken();
  if (error instanceof BeyondCalendar)
    return new Refused({
      code: "beyond-calendar",
      status: 422,
      title: { fr: "Au-delà du calendrier connu", en: "Beyond the calendar known" },
      detail: {
        fr: `La table ${error.id} ne va pas au-delà de ${error.edge}.`,
        en: `The table ${error.id} does not go beyond ${error.edge}.`,
      },
      mend: { fr: "Demandez un instant plus proche.", en: "Ask about a nearer instant." },
    });
  if (error instanceof NotYet)
    return new Refused({
      code: "not-yet",
      status: 422,
      title: { fr: "Pas encore arrivé", en: "Not yet happened" },
      detail: {
        fr: `Le fait ${factName(error.fact as never)} est daté de l'avenir.`,
        en: `The fact ${factName(error.fact as never)} is dated in the future.`,
      },
      mend: { fr: "Énoncez-le quand il sera arrivé, ou corrigez sa date.", en: "State it once it has happened, or correct its date." },
    });
  if (error instanceof PersonForgotten)
    return new Refused({
      code: "person-forgotten",
      status: 409,
      title: { fr: "Personne effacée", en: "Person erased" },
      detail: {
        fr: `${error.person} a été effacé : aucun texte à son sujet n'est gardé.`,
        en: `${error.person} was erased: no text about them is kept.`,
      },
      mend: {
        fr: "Énoncez le fait sans ce texte, ou sous un autre pseudonyme.",
        en: "State the fact without that text, or under another pseudonym.",
      },
    });
  if (error instanceof Contradiction)
    return new Refused({
      code: "contradiction",
      status: 409,
      title: { fr: "Déjà dit autrement", en: "Told before with other content" },
      detail: {
        fr: `Le fait ${factName(error.first)} a déjà été énoncé avec un autre contenu.`,
        en: `The fact ${factName(error.first)} was stated before with other content.`,
      },
      mend: {
        fr: "Corrigez-le par un fait « fact.corrected », retirez-le par « fact.withdrawn », ou donnez un autre identifiant.",
        en: "Correct it with a `fact.corrected`, withdraw it with a `fact.withdrawn`, or give another id.",
      },
    });
  return error;
}
