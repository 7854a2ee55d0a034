import type { Words } from "#web/kit/words/language.tsx";

const phases: Readonly<Record<string, Words>> = {
  draft: { fr: "à accepter", en: "to be accepted" },
  running: { fr: "en cours", en: "running" },
  suspended: { fr: "suspendu", en: "suspended" },
  ended: { fr: "terminé", en: "ended" },
};

export function phaseWords(phase: string): Words {
  return phases[phase] ?? { fr: phase, en: phase };
}
