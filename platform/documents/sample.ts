import type { Block, Enclosure, PrintedDocument } from "./document.ts";

/** A document with everything in it, for the tests and for the eye. */
export const french: PrintedDocument = {
  language: "fr",
  title: "Contrat de maintenance applicative",
  subtitle: "Conditions particulières et générales, version en vigueur au 22 novembre 2026",
  reference: "C-2026-0117 · v3",
  author: "Atelier Morvan & Cie",
  createdAt: Date.UTC(2026, 10, 22, 9, 30),
  blocks: [
    {
      kind: "pairs",
      rows: [
        { label: "Prestataire", value: "Atelier Morvan & Cie, SAS au capital de 40 000 €\n12, rue de l'Œuvre, 29000 Quimper" },
        { label: "Client", value: "Coopérative des Fjords" },
        { label: "Début", value: "1er décembre 2026, 00:00 (Europe/Paris)" },
        {
          label: "Durée",
          value: [
            { text: "12 mois", voice: "strong" },
            { text: ", tacitement reconduits", voice: "plain" },
          ],
        },
        { label: "Empreinte", value: "9f2c1e7ab04d5533c1a8a7d0e6f4b29188d1c07e5a3f4b6d2e9c8a7b6f5e4d3c" },
      ],
    },
    { kind: "heading", level: 1, text: "Conditions générales" },
    {
      kind: "article",
      number: "1",
      title: "Objet",
      blocks: [
        {
          kind: "paragraph",
          number: "1.1",
          text: "Le prestataire maintient l'application décrite en annexe : il corrige les anomalies, suit les mises à jour de sécurité et répond aux questions des utilisateurs désignés. Que faut-il entendre par « anomalie » ? Tout écart reproductible entre le comportement constaté et la documentation remise au client.",
        },
        {
          kind: "paragraph",
          number: "1.2",
          text: [
            { text: "Ne sont pas compris, ", voice: "plain" },
            { text: "sauf avenant signé", voice: "emphasis" },
            {
              text: " : les évolutions fonctionnelles, la formation et l'assistance sur site ; elles font l'objet d'un devis.",
              voice: "plain",
            },
          ],
        },
      ],
    },
    {
      kind: "article",
      number: "2",
      title: "Délais",
      blocks: [
        {
          kind: "paragraph",
          number: "2.1",
          text: "Les délais courent pendant les heures ouvrées du client ; ils sont suspendus tant qu'une réponse est attendue de lui.",
        },
        {
          kind: "table",
          caption: "Délais garantis par gravité",
          columns: [
            { head: "Gravité", share: 2, align: "start" },
            { head: "Signe distinctif", share: 5, align: "start" },
            { head: "Prise en charge", share: 2.2, align: "end" },
            { head: "Rétablissement", share: 2.2, align: "end" },
          ],
          rows: [
            ["Bloquante", "Aucun utilisateur ne peut travailler", "≤ 1 h", "≤ 4 h"],
            ["Majeure", "Une fonction essentielle manque, sans contournement raisonnable", "≤ 4 h", "≤ 2 jours"],
            ["Mineure", "Gêne, avec contournement", "≤ 2 jours", "≤ 20 jours"],
          ],
        },
        { kind: "paragraph", number: "2.2", text: "Au-delà, un avoir est dû de plein droit, sans mise en demeure :" },
        {
          kind: "list",
          items: [
            "5 % de la redevance mensuelle par heure entamée de retard pour une anomalie bloquante ;",
            "1 % par jour pour une anomalie majeure, dans la limite de 30 % de la redevance du mois considéré ;",
            "rien pour une anomalie mineure.",
          ],
        },
      ],
    },
    {
      kind: "article",
      number: "3",
      title: "Prix",
      blocks: [
        {
          kind: "paragraph",
          number: "3.1",
          text: "La redevance est payable d'avance, à 30 jours date de facture. Elle se compose ainsi :",
        },
        {
          kind: "table",
          columns: [
            { head: "Prestation", share: 5, align: "start" },
            { head: "Quantité", share: 2, align: "end" },
            { head: "Prix unitaire", share: 2, align: "end" },
            { head: "Montant", share: 2, align: "end" },
          ],
          rows: Array.from({ length: 26 }, (_, i) => [
            `Forfait module n° ${i + 1}`,
            `${i + 1} × 12`,
            "1 240,00 €",
            `${(i + 1) * 14} 880,00 €`,
          ]),
          totals: [
            ["Total hors taxes", "", "", "5 222 880,00 €"],
            ["TVA 20 %", "", "", "1 044 576,00 €"],
          ],
        },
      ],
    },
    {
      kind: "article",
      number: "4",
      title: "Résiliation",
      blocks: Array.from({ length: 4 }, (_, i) => ({
        kind: "paragraph" as const,
        number: `4.${i + 1}`,
        text: "Chaque partie peut mettre fin au contrat à l'échéance, avec un préavis de 3 mois, par lettre recommandée ou par l'acte prévu dans l'espace client ; l'heure qui fait foi est celle du serveur, à la milliseconde. Le passage d'un état à l'autre (actif → résilié) est notifié aux deux parties, avec un solde ≥ 0 ou, s'il est négatif, précédé du signe « − ».",
      })),
    },
    {
      kind: "proof",
      title: "Signatures",
      signers: [
        {
          role: "Pour le prestataire",
          name: "Maëlle Le Goff, présidente",
          mark: "Signé électroniquement le 22 novembre 2026 à 10:31:07 (heure de Paris)",
        },
        { role: "Pour le client", name: "Søren Łukasiewicz, directeur" },
      ],
      details: [
        { label: "Empreinte SHA-256", value: "9f2c1e7ab04d5533c1a8a7d0e6f4b29188d1c07e5a3f4b6d2e9c8a7b6f5e4d3c" },
        { label: "Horodatage", value: "2026-11-22T09:31:07.120Z" },
      ],
    },
  ],
  enclosures: [enclosure()],
};

/** The same forms in English, on one page. */
export const english: PrintedDocument = {
  language: "en",
  title: "Statement of account",
  subtitle: "November 2026",
  reference: "S-2026-11-0042",
  author: "Atelier Morvan & Cie",
  createdAt: Date.UTC(2026, 10, 30, 23, 0),
  blocks: [
    {
      kind: "pairs",
      rows: [
        { label: "Customer", value: "Fjord Cooperative" },
        { label: "Contract", value: "Application maintenance, C-2026-0117" },
        {
          label: "Due",
          value: [
            { text: "31 December 2026, 24:00", voice: "strong" },
            { text: " (Europe/Paris)", voice: "plain" },
          ],
        },
      ],
    },
    { kind: "heading", level: 1, text: "What is owed" },
    {
      kind: "paragraph",
      text: "One major incident took longer than promised; its credit is already deducted. Why each amount is what it is stands in the file enclosed with this page.",
    },
    {
      kind: "table",
      columns: [
        { head: "Item", share: 5, align: "start" },
        { head: "Working", share: 4, align: "start" },
        { head: "Amount", share: 2, align: "end" },
      ],
      rows: [
        ["Monthly fee", "12 modules × €1,240.00", "€14,880.00"],
        ["Credit for incident 7 (article 2.2)", "2 days × 1% × €14,880.00", "−€297.60"],
      ],
      totals: [["Total", "", "€14,582.40"]],
    },
    { kind: "heading", level: 2, text: "How to pay" },
    {
      kind: "list",
      items: [
        "by transfer, with the reference at the head of this page;",
        [
          { text: "never", voice: "emphasis" },
          { text: " to an account given by e-mail alone.", voice: "plain" },
        ],
      ],
    },
    {
      kind: "proof",
      title: "Seal",
      signers: [{ role: "For the provider", name: "Maëlle Le Goff", mark: "Sealed on 1 December 2026, 00:00:00 (Paris time)" }],
    } satisfies Block,
  ],
  enclosures: [enclosure()],
};

function enclosure(): Enclosure {
  return {
    name: "données.json",
    contentType: "application/json",
    description: "What this page was made from",
    relationship: "Data",
    content: new TextEncoder().encode('{"total":"5222880.00"}\n'),
  };
}
