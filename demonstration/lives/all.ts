import { arizeBaas, arizeBoost } from "./contracts/arize.ts";
import { astrucBaas } from "./contracts/astruc-baas.ts";
import { delorgeBoost } from "./contracts/delorge-boost.ts";
import { kerlannUloa } from "./contracts/kerlann-uloa.ts";
import { maheulUloa } from "./contracts/maheul-uloa.ts";
import { montfleuryCrm } from "./contracts/montfleury-crm.ts";
import { orianeCrm } from "./contracts/oriane-crm.ts";
import { penhoatBoost } from "./contracts/penhoat-boost.ts";
import { rostaingBoost } from "./contracts/rostaing-boost.ts";
import { salinesBaas } from "./contracts/salines-baas.ts";
import { vaubrunUloa } from "./contracts/vaubrun-uloa.ts";
import { astrucCrm, chasteletUloa, kerlannBoost, vaubrunBaas } from "./contracts/young.ts";
import type { Plan } from "./happening.ts";
import type { Stage } from "./stage.ts";

/** Every contract of the demonstration, the longest lives first. */
export const contracts: readonly ((stage: Stage) => Plan)[] = [
  kerlannUloa, // two years of everything, and a busy today
  orianeCrm, // suspended after notice
  vaubrunUloa, // may leave after three bad months
  maheulUloa, // ended: the sixty days before erasure
  penhoatBoost, // suspended, its interest unknown
  salinesBaas, // nights without a backup
  montfleuryCrm, // a new price to refuse by Friday
  delorgeBoost, // a tariff to change by Friday
  arizeBoost, // ended: thirty days to choose
  rostaingBoost, // disputes and late payments
  astrucBaas, // data to be given back
  arizeBaas, // ended last week
  astrucCrm, // ends in some days
  vaubrunBaas,
  kerlannBoost, // accepted last week
  chasteletUloa, // not accepted yet
];
