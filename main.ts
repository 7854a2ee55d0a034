import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { factCatalogue } from "#catalogue";
import { digestOf } from "#kernel/evidence/canonical.ts";
import { clauseKinds } from "#kernel/kinds/all.ts";
import type { Instant } from "#kernel/time/instant.ts";
import { shelve } from "#ledger/contracts/library.ts";
import { type Restated, restateOutdated } from "#ledger/fold/restate-outdated.ts";
import { authorOf } from "#ledger/evidence/author.ts";
import { runClock } from "#ledger/clock/run-clock.ts";
import type { Ledger } from "#ledger/ledger.ts";
import { openLedger } from "#ledger/open-ledger.ts";
import { ledgerRoutes } from "#ledger/routes.ts";
import { referenceRoutes } from "#ledger/routes/references.ts";
import { writtenContract } from "#ledger/routes/written.ts";
import type { Configuration } from "#platform/configuration.ts";
import { openDatabase, type OpenDatabase } from "#platform/database/open-database.ts";
import { unscoped } from "#platform/database/scope.ts";
import { takeServing } from "#platform/database/serving.ts";
import { openApi } from "#platform/http/app.ts";
import { openAuthenticator } from "#platform/http/authenticate.ts";
import { listen } from "#platform/http/listen.ts";
import { openPages } from "#platform/http/pages.ts";
import type { Route } from "#platform/http/route.ts";
import { hangScreens } from "#platform/http/screens.ts";
import { openKeyStore } from "#platform/keys/key-store.ts";
import { deriveKey, type Master, openMaster } from "#platform/keys/master.ts";
import { openSigning, type Signing } from "#platform/keys/signing.ts";
import { forgetOld, forgetOldAt } from "#platform/tasks/forget-old.ts";
import { mountAuth } from "#platform/identity/auth-paths.ts";
import { forgetAttempts } from "#platform/identity/attempts.ts";
import { openEntrance } from "#platform/identity/first-owner.ts";
import { openIdentity } from "#platform/identity/open-identity.ts";
import { openMail } from "#platform/mail/open-mail.ts";
import { type RunningTasks, runTasks } from "#platform/tasks/run-tasks.ts";
import { type Log, withRequestId } from "#platform/telemetry/log.ts";
import { openMetrics } from "#platform/telemetry/metrics.ts";
import { openTraces } from "#platform/telemetry/traces.ts";
import { deliverWebhooks } from "#platform/webhooks/deliver.ts";
import { loadReferences, rawReferences } from "#references/load.ts";

// The server's list: what an installation is made of, and in which order it opens and closes.

const home = import.meta.dirname;

/** Every room's tables, in the order in which they are made. */
export const tables = ["platform", "ledger"].map((room) => ({ room, folder: join(home, room, "tables") }));

/** What the API says of itself. */
export const aboutApi = {
  title: { fr: "Tenu", en: "Tenu" },
  description: { fr: "Qui doit quoi à qui, pour quand, et pourquoi.", en: "Who owes what to whom, by when, and why." },
  version: version(),
};

/** An installation opened for a command or a server. */
export interface Installation {
  configuration: Configuration;
  database: OpenDatabase;
  ledger: Ledger;
  master: Master;
  signing: Signing;
  /** Routes of this installation's own. */
  routes?: readonly Route[];
  close(): Promise<void>;
}

export async function openInstallation(configuration: Configuration, now: () => Instant, log: Log): Promise<Installation> {
  const { directory, logins, masterKey, name } = configuration;
  mkdirSync(directory, { recursive: true });
  const database = await openDatabase({
    directory,
    logins,
    tables,
    at: now(),
    name: "tenu",
    connections: 20, // appends wait for the disk most of their time
    tell: (error) => log.warn({ err: error }, "a database connection was lost"),
  });
  try {
    const keys = join(directory, "keys");
    const master = await openMaster(keys, masterKey);
    const signing = await openSigning(keys, master, name);
    const ledger = openLedger(
      database.app,
      { factKinds: factCatalogue, kinds: clauseKinds },
      loadReferences(),
      openKeyStore(keys, master),
      now,
    );
    return { configuration, database, ledger, master, signing, close: () => database.close() };
  } catch (error) {
    await database.close();
    throw error;
  }
}

export interface Server {
  url: string;
  /** Where the first owner enters, while there is none; shown here only. */
  first?: string;
  close(): Promise<void>;
}

export class AlreadyServed extends Error {}

/** Serves an installation: the API, and the clock. Throws AlreadyServed where another server serves the same database. */
export async function serve(installation: Installation, log: Log): Promise<Server> {
  const { configuration, database, ledger, master } = installation;
  const { host, port, metricsKey, proxies, privateWebhooks, requestsPerSecond: perSecond, url: address } = configuration;
  const rate = { perSecond, burst: 2 * perSecond };
  const serving = await takeServing(database.logins.app, {
    broken: (error) => log.warn({ err: error }, "the connection that holds the right to serve was lost; it is asked for again"),
    revive: () => database.revive(),
    gone(error) {
      log.error({ err: error }, "another server has taken the right to serve: stopping");
      process.kill(process.pid, "SIGTERM");
    },
  });
  if (!serving) throw new AlreadyServed(configuration.directory);
  await shelveBuiltIn(ledger, log);
  const metrics = openMetrics();
  const traces = await openTraces({ endpoint: configuration.traces, service: "tenu" });
  const { mail } = await openMail({
    ...(configuration.smtp !== undefined && { url: configuration.smtp }),
    directory: join(configuration.directory, "mail"),
    now: Date.now,
  });
  let listensOn = `http://${host}:${port}`;
  const identity = openIdentity({
    login: database.logins.identity,
    database: database.app,
    secret: deriveKey(master, "identity"),
    address,
    listensOn: () => listensOn,
    mail: { mail, from: configuration.mailFrom ?? `Tenu <no-reply@${configuration.name}>` },
    tell: (error, what) => log.warn({ err: error }, what),
  });
  await forgetAttempts(identity.pool);
  const app = openApi({
    routes: [
      ...ledgerRoutes(ledger, authorOf(installation.signing, digestOf(rawReferences())), openPages(deriveKey(master, "cursors")), {
        privateWebhooks,
        identity,
      }),
      ...referenceRoutes(rawReferences()),
      ...(installation.routes ?? []),
    ],
    about: aboutApi,
    authenticate: openAuthenticator(database.app, { people: identity }),
    people: identity,
    now: ledger.now,
    health: async () => {
      const lag = await clockLag(ledger).catch(() => undefined); // no answer: that is what health is asked about
      metrics.clockLag((lag ?? 0) / 1000);
      return { database: lag !== undefined, migrated: true, clockLag: lag ?? 0 };
    },
    around: ({ id, route, request }, work) =>
      withRequestId(id, () =>
        traces.continued(request.headers.get("traceparent") ?? undefined, () =>
          traces.traced(route.name, { "http.route": route.path }, work),
        ),
      ),
    metrics: async () => ({ type: metrics.contentType, text: await metrics.text() }),
    ...(metricsKey !== undefined && { metricsKey }),
    proxies,
    overTls: address?.startsWith("https:") ?? false,
    perAddress: rate,
    perKey: rate,
    served: ({ error, ...request }) => {
      metrics.requestAnswered(request);
      if (error === undefined) log.info({ ...request }, "answered");
      else log.error({ ...request, err: error }, "failed");
    },
  });
  mountAuth(app.hono, identity, { proxies });
  hangScreens(app.hono, {
    directory: join(home, ".cache", "console"),
    written: (c, path) => writtenContract(ledger, identity, path, c.req.raw.headers, c.get("language")),
  });
  const clock = runClock(
    ledger,
    ({ turned, failed }) => {
      log.debug({ turned: turned.length }, "the clock turned contracts");
      for (const { contract, reason } of failed) log.error({ contract, reason }, "a contract could not be turned");
    },
    (error) => log.error({ err: error }, "the clock could not look"),
  );
  const tasks = await runTasksOf(installation, log);
  const listening = await listen(app, { host, port });
  const restating = restateInTheBackground(ledger, log);
  listensOn = listening.url.replace("//127.0.0.1:", "//localhost:"); // passkeys want a name
  const entrance = await openEntrance(identity);
  return {
    url: listening.url,
    ...(entrance !== undefined && { first: `${identity.address()}/enter?first=${entrance}` }),
    async close() {
      ledger.changes.close();
      await listening.close();
      await clock.stop();
      await restating.stop();
      await tasks.stop();
      await identity.close();
      await mail.close();
      await traces.close();
      await serving.release();
    },
  };
}

/** What is done later, and again: webhooks are told, what need not be kept is forgotten. */
async function runTasksOf({ configuration, database, ledger }: Installation, log: Log): Promise<RunningTasks> {
  const deliver = deliverWebhooks(database.app, ledger.keys, { allowPrivate: configuration.privateWebhooks });
  const tasks = await runTasks(database.logins.tasks, [deliver, forgetOld(database.app)], {
    now: ledger.now,
    tried: ({ error, ...one }) => {
      if (error === undefined) log.debug({ ...one }, "a task was done");
      else log.warn({ ...one, err: error }, one.givenUp ? "a task was given up" : "a task failed and is tried again");
    },
    tell: (message) => log.warn({ message }, "the task queue"),
  });
  await unscoped(database.app, (transaction) => forgetOldAt(transaction, ledger.now()));
  return tasks;
}

/** Standings that an earlier release, or earlier figures of the world, worked out are restated while requests are served. */
function restateInTheBackground(ledger: Ledger, log: Log): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const tell = ({ restated, failed }: Restated) =>
    log.info({ restated, failed: failed.length }, "contracts are restated under the present edition");
  const running = restateOutdated(ledger, { tell, signal: stopping.signal }).then(
    ({ failed }) => {
      for (const { contract, reason } of failed) log.error({ contract, reason }, "a contract could not be restated");
    },
    (error: unknown) => log.error({ err: error }, "restating stopped; it goes on at the next start"),
  );
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** The law and the contracts of this release, ready to be composed. */
async function shelveBuiltIn(ledger: Ledger, log: Log): Promise<void> {
  await unscoped(ledger.database, async (transaction) => {
    for (const folder of ["law", "contracts"])
      for (const file of readdirSync(join(home, folder)).filter((name) => name.endsWith(".md"))) {
        const shelved = await shelve(transaction, { file, body: readFileSync(join(home, folder, file), "utf8") }, ledger.now());
        if ("problems" in shelved)
          log.warn({ file, problems: shelved.problems }, "a document of this release was not taken into the library");
      }
  });
}

async function clockLag({ database, now }: Ledger): Promise<number> {
  const { rows } = await database.query<{ due: Instant | null }>("select ledger.earliest_due() as due");
  return Math.max(0, now() - (rows[0]?.due ?? now()));
}

function version(): string {
  return (JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { version: string }).version;
}
