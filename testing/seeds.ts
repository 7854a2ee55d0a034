/** Seeds of lives that once showed a fault, and what it was. A fault found becomes a line here. */
export const seeds: Readonly<Record<number, string>> = {
  1: "an item of a detached annex lost its document; the clause force-majeure told the fact it hears",
  4: "openings of a future were numbered without those before them",
  7: "two refusals, or two breaches, about one subject at one instant shared a name",
  14: "the withdrawal of the last fact but one did not undo it",
  36: "a duplicate counted from whichever telling came first",
  50: "a correction of the last fact left its first effects standing",
  82: "a payment settled another subject's interest",
  128: "an open duty of a detached annex was never missed, and kept by the end",
  375: "a refused act at a midnight let a period start before the amendment of that midnight",
  213: "a service activated twice opened every period twice",
  422: "a reminder due before it opened, paused from the start and kept (the check was at fault)",
  5012: "a reminder due at the instant it opened, paused from the start and kept (the check was at fault)",
  9713: "a duty of a detached annex lost the working hours it counted by",
};
