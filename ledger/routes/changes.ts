import type { Caller } from "#platform/http/authenticate.ts";
import { route, type Route } from "#platform/http/route.ts";
import type { Ledger } from "../ledger.ts";
import { hearingOf, stillAdmitted } from "./access.ts";

const HEARTBEAT = 20_000;
const ADMISSION = 30_000;
/** A person's stream ends after that, and comes again: sessions end too, and only a new request shows its own. */
const LONGEST = 600_000;
/** Events that may wait for a reader who does not take them. Then the stream ends, and it comes again. */
const BEHIND = 1000;

/** What moves, told while somebody listens. */
export function changeRoutes(ledger: Ledger): Route[] {
  return [listenToChanges(ledger)];
}

function listenToChanges(ledger: Ledger): Route {
  return route({
    name: "listenToChanges",
    method: "get",
    path: "/changes",
    scope: "contracts:read",
    summary: { fr: "Ce qui bouge, à mesure (text/event-stream)", en: "What moves, as it does (text/event-stream)" },
    description: {
      fr: "Un évènement « change » par révision d'un contrat visible : { contract, tenant, revision, phase }. Rien du contenu : qui l'entend redemande. Un commentaire toutes les 20 s dit que la ligne tient ; après une coupure, redemander ce qui est affiché.",
      en: "An event `change` for each revision of a contract in reach: { contract, tenant, revision, phase }. Nothing of the content: who hears it asks again. A comment every 20 s says that the line holds; after a break, ask again for what is shown.",
    },
    answers: { 200: { words: { fr: "Le flux", en: "The stream" }, type: "text/event-stream" } },
    async handle({ caller, signal }) {
      const hears = await hearingOf(ledger, caller);
      return {
        status: 200,
        headers: { "Cache-Control": "no-store", "X-Accel-Buffering": "no" },
        body: stream(ledger, caller, hears, signal),
      };
    },
  });
}

type Hears = (tenant: string) => boolean;

function stream(ledger: Ledger, caller: Caller, hearsAtFirst: Hears, signal: AbortSignal): ReadableStream {
  let hears = hearsAtFirst;
  let stop: () => void;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const text = new TextEncoder();
        const say = (words: string) => controller.enqueue(text.encode(words));
        let ended = false;
        stop = () => {
          ended = true;
          deaf();
          clearInterval(beat);
          clearInterval(admission);
          clearTimeout(last);
          signal.removeEventListener("abort", finish);
        };
        const deaf = ledger.changes.listen(({ contract, tenant, revision, phase }) => {
          if (!hears(tenant)) return;
          if ((controller.desiredSize ?? 0) < -BEHIND) return finish();
          say(`event: change\nid: ${contract}/${revision}\ndata: ${JSON.stringify({ contract, tenant, revision, phase })}\n\n`);
        }, finish);
        const beat = setInterval(() => say(": here\n\n"), HEARTBEAT).unref();
        const admission = setInterval(() => void admit(), ADMISSION).unref();
        const last = caller.by.type === "person" ? setTimeout(finish, LONGEST).unref() : undefined;
        signal.addEventListener("abort", finish, { once: true });
        say("retry: 2000\n\n");

        function finish(): void {
          if (ended) return;
          stop();
          controller.close();
        }
        async function admit(): Promise<void> {
          const allowed = await stillAdmitted(ledger, caller, ledger.now()).catch(() => false); // who cannot be asked about comes again
          if (allowed) hears = await hearingOf(ledger, caller).catch(() => hears);
          else finish();
        }
      },
      cancel: () => stop(),
    },
    new CountQueuingStrategy({ highWaterMark: 16 }),
  );
}
