import { agreement } from "./agreement.ts";
import { availability } from "./availability.ts";
import { bound } from "./bound.ts";
import { charge } from "./charge.ts";
import { duty } from "./duty.ts";
import { fee } from "./fee.ts";
import { hours } from "./hours.ts";
import type { Kind } from "./kind.ts";
import { latePayment } from "./late-payment.ts";
import { limit } from "./limit.ts";
import { pause } from "./pause.ts";
import { right } from "./right.ts";
import { statement } from "./statement.ts";
import { term } from "./term.ts";

/** The thirteen clause kinds; the last four have arithmetic of their own. */
export const clauseKinds: ReadonlyMap<string, Kind> = new Map(
  [duty, right, limit, charge, pause, bound, hours, agreement, statement, term, fee, latePayment, availability].map((kind) => [
    kind.name,
    kind,
  ]),
);
