import type { Level } from "#kernel/terms/lint/finding.ts";
import { type Command, FINDINGS, FINE, UNUSABLE, value } from "../call.ts";
import { reviewAll } from "../lint/review.ts";
import { reviewJson } from "../json/review.ts";
import { writeJson } from "../json/write.ts";
import { contractOptions } from "../options.ts";
import { showReview } from "../show/review.ts";

export const lint: Command = {
  name: "lint",
  words: { fr: "relit des conditions comme le ferait un juriste", en: "reads terms over as a lawyer would" },
  usage: "FILE…",
  more: [
    {
      fr: "FILE : un fichier de conditions, ou l'id d'un document de Tenu. Chacun est relu composé avec la loi (fr, eu) et avec --with ; ses exemples sont joués, et un exemple qui échoue est une erreur.",
      en: "FILE: a terms file, or the id of a document that Tenu holds. Each is read composed with the law (fr, eu) and with --with; its examples are played, and one that fails is an error.",
    },
  ],
  options: {
    ...contractOptions,
    with: {
      value: "DOCUMENT,…",
      many: true,
      words: { fr: "annexes à composer avec chaque fichier", en: "annexes to compose with each file" },
    },
    level: {
      value: "error|warning|note",
      words: { fr: "sortir avec 1 dès ce niveau ; error par défaut", en: "exit with 1 from this level on; error by default" },
    },
    show: {
      value: "error|warning|note",
      words: { fr: "ne montrer que ce niveau et plus grave ; note par défaut", en: "show only this level and graver; note by default" },
    },
  },
  examples: [
    "tenu lint contracts/*.md",
    "tenu lint uloa --with service-levels,maintenance --particulars contracts/example/particulars.yaml --level warning",
  ],
  async run(call) {
    const reviews = reviewAll(call);
    if (call.json) writeJson(call.terminal, "review", reviewJson(reviews));
    else call.terminal.write(showReview(call.terminal, reviews, call.language, (value(call, "show") ?? "note") as Level));
    if (reviews.some(({ problems }) => problems.length > 0)) return UNUSABLE;
    const worst = rank[(value(call, "level") ?? "error") as Level];
    return reviews.some(({ findings, failures }) => failures.length > 0 || findings.some(({ level }) => rank[level] <= worst))
      ? FINDINGS
      : FINE;
  },
};

const rank: Readonly<Record<Level, number>> = { error: 0, warning: 1, note: 2 };
