import type { Event } from "../engine/event.ts";
import { type Step, tellOf, unschedule } from "../engine/step.ts";
import type { Clause } from "../terms/clause.ts";
import { isRecord } from "../terms/source.ts";
import { addUnits, fallDue, openPeriod, turn } from "./fee/billing.ts";
import { billExcess, countExcess, recount } from "./fee/overuse.ts";
import { limitOf, memoryOf, quoted, remember } from "./fee/tariff.ts";
import { type FeeKeys, type FeeMemory, feeShape } from "./fee/keys.ts";
import type { Heard, Kind } from "./kind.ts";

/** The price of the service: a unit price times a quantity, period by period, with units added and units over the limit. */
export const fee: Kind<Clause<FeeKeys>> = {
  name: "fee",
  shape: feeShape,
  figures: ["price", "quantity", "every", "billed", "due", "overuse", "guaranteed"],
  hears(clause) {
    const heard: Heard[] = [
      { event: "period.started", role: "starts", opens: true },
      { event: "price.changed", role: "price" },
      { event: "price.in-force", role: "tariff" },
      { event: "contract.amended", role: "amended", opens: true },
      { event: "contract.ended", role: "ended" },
    ];
    const limit = limitOf(clause);
    if (clause.overuse && limit !== undefined) heard.push({ event: `${limit}.held`, role: "held" });
    return heard;
  },
  tells: ({ id }) => [`${id}.due`],
  on(step, clause, role, event) {
    const memory = memoryOf(step, clause);
    if (role === "starts") {
      if (memory.anchor === undefined && step.state.term)
        openPeriod(step, clause, { ...memory, anchor: step.state.term.anchor, facts: event.because.facts }, 0);
    } else if (role === "price") remember(step, clause, { ...memory, price: quoted(event), tariff: quoted(event) });
    else if (role === "tariff") remember(step, clause, { ...memory, tariff: quoted(event) });
    else if (role === "amended") {
      // An amendment of the price is the price from then on, whatever was communicated before.
      const { price: _price, tariff: _tariff, ...rest } = memory;
      const repriced = isRecord(event.fields["sets"]) && `${clause.id}.price` in event.fields["sets"];
      if (repriced) remember(step, clause, rest);
      addUnits(step, clause, repriced ? rest : memory, event);
      if (clause.overuse) recount(step, clause, memoryOf(step, clause), event);
    } else if (role === "held") countExcess(step, clause, memory, event);
    else if (role === "ended") end(step, clause, memory, event);
  },
  fire(step, clause, timer) {
    const memory = memoryOf(step, clause);
    if (timer.purpose === "billing") turn(step, clause, memory);
    else if (timer.purpose === "overuse") billExcess(step, clause, memory);
  },
};

/** The contract ends: a period begun is due whole. */
function end(step: Step, clause: Clause<FeeKeys>, memory: FeeMemory, event: Event): void {
  unschedule(step, clause.id, "billing");
  fallDue(step, clause);
  if (memory.excess) billExcess(step, clause, memory);
  tellOf(step, clause, "closed", event);
}
