import { once } from "node:events";
import { factCatalogue } from "#catalogue";
import { clauseKinds } from "#kernel/kinds/all.ts";
import { tick } from "#ledger/clock/tick.ts";
import { openLedger } from "#ledger/open-ledger.ts";
import { connect } from "#platform/database/connect.ts";
import type { KeyStore } from "#platform/keys/key-store.ts";
import { loadReferences } from "#references/load.ts";

// node ticker.ts URL INSTANT: a process with a clock. It says when it is ready, ticks once told to go, and says how many contracts it turned.

export interface Turned {
  turned: number;
}

const [url = "", now = ""] = process.argv.slice(2);
const database = connect(url, "ticker");
const unused = {} as KeyStore; // the clock opens nothing that is sealed
const ledger = openLedger(database, { factKinds: factCatalogue, kinds: clauseKinds }, loadReferences(), unused, () => Number(now));
await database.query("select 1");
process.send!({ turned: 0 } satisfies Turned);
await once(process, "message");
let turned = 0;
for (let more = 1; more > 0; turned += more) more = (await tick(ledger)).turned.length;
process.send!({ turned } satisfies Turned);
await once(process, "message");
await database.end();
process.disconnect();
