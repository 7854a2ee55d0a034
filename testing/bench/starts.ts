import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { compose } from "#kernel/terms/compose.ts";
import { library } from "#testing/library.ts";
import { combinations, orderForm } from "#testing/lives/order.ts";
import { openRandom } from "#testing/lives/random.ts";
import { median, milliseconds, type Row, times } from "./measure.ts";

const home = join(import.meta.dirname, "../..");

/** What it takes to begin: composing a contract, starting the command. */
export function measureStarts(): Row[] {
  const forms = combinations.map((combination, n) => orderForm(openRandom(n), combination, 2025));
  const composing = forms.flatMap((form) => times(5, () => compose(library, form)));
  return [
    { what: "compose a contract: median of all combinations", measured: milliseconds(median(composing)) },
    start("--help"),
    start("facts"),
  ];
}

function start(...parameters: string[]): Row {
  const began = () => spawnSync(process.execPath, [join(home, "bin/tenu.mjs"), ...parameters], { stdio: "ignore" });
  began();
  const taken = median(times(7, began));
  return { what: `tenu ${parameters.join(" ")}: from start to end`, measured: milliseconds(taken), aim: "< 300 ms", reached: taken < 300 };
}
