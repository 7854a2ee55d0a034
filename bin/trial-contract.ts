/** The smallest contract that owes, permits and refuses something. */
export const trialTerms = `---
terms: trial
version: 2025-01
title: { fr: Essai, en: Trial }
zone: Europe/Paris
holidays: FR
---

# Essai | Trial

## 1 Incidents | Incidents

fr: Le prestataire doit [[répondre]] ; délai : {{within}}.

en: The provider must [[answer]]; time allowed: {{within}}.

\`\`\`clause duty
id: answer
party: provider
to: customer
when: incident.received
within: 4 hours
kept-by: incident.acknowledged
\`\`\`

\`\`\`example one answered, one not
2025-03-03 10:00   incident.received I-1 by customer
2025-03-03 14:00 → answer I-1 missed, due 2025-03-03 14:00
\`\`\`

## 2 Accès | Seats

fr: Le client peut [[attribuer un accès]] ; nombre : {{at-most}}.

en: The customer may [[assign a seat]]; number: {{at-most}}.

\`\`\`clause limit
id: seats
act: seat.assigned
at-most: as ordered
measure: seat.assigned minus seat.released
\`\`\`
`;

export const trialParticulars = `contract: trial-1
documents: [trial.md]
law: none
figures:
  seats.at-most: 1
`;

export const trialFacts = [
  { id: "1", kind: "contract.accepted", occurred: "2025-03-01T09:00:00+01:00", by: "customer" },
  { id: "2", kind: "incident.received", subject: "I-1", occurred: "2025-03-03T10:00:00+01:00", by: "customer" },
  { id: "3", kind: "seat.assigned", subject: "U-1", occurred: "2025-03-03T11:00:00+01:00", by: "customer" },
  { id: "4", kind: "seat.assigned", subject: "U-2", occurred: "2025-03-03T11:30:00+01:00", by: "customer" },
]
  .map((fact) => `${JSON.stringify(fact)}\n`)
  .join("");

export const trialFiles = { "trial.md": trialTerms, "trial.yaml": trialParticulars, "facts.ndjson": trialFacts };

/** Composes the trial contract with its facts. */
export const ofTrial = ["--particulars", "trial.yaml", "--facts", "facts.ndjson"];
