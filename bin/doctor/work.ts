import type { Instant } from "#kernel/time/instant.ts";
import { everyTenant } from "#ledger/contracts/every-contract.ts";
import { presentEdition } from "#ledger/fold/edition.ts";
import type { Database } from "#platform/database/connect.ts";
import { scoped } from "#platform/database/scope.ts";
import { SERVING } from "#platform/database/serving.ts";
import { failedTasks } from "#platform/tasks/failed-tasks.ts";
import { loadReferences } from "#references/load.ts";
import { attention, type Finding, holds, notPromised } from "./finding.ts";

const LATE = 60_000;

/** Whether somebody serves, and how late the clock is. `now` in UTC milliseconds. */
export async function service(app: Database, now: Instant): Promise<Finding[]> {
  const { rows } = await app.query<{ served: boolean; due: Instant | null }>(
    `select exists (select from pg_locks l join pg_database d on d.oid = l.database
        where l.locktype = 'advisory' and l.objid = $1 and l.classid = 0 and d.datname = current_database()) as served,
      ledger.earliest_due() as due`,
    [SERVING],
  );
  const { served, due } = rows[0]!;
  const late = Math.max(0, now - (due ?? now));
  const seconds = Math.round(late / 1000);
  return [
    served
      ? holds("server", { fr: "un serveur sert cette base", en: "a server serves this database" })
      : notPromised(
          "server",
          { fr: "aucun serveur ne sert cette base : l'horloge est arrêtée", en: "no server serves this database: the clock stands still" },
          { fr: "tenu serve", en: "tenu serve" },
        ),
    late <= LATE
      ? holds("clock", { fr: `l'horloge est à jour (retard : ${seconds} s)`, en: `the clock is up to date (lag: ${seconds} s)` })
      : attention(
          "clock",
          { fr: `l'horloge a ${seconds} s de retard`, en: `the clock is ${seconds} s late` },
          served
            ? { fr: "regarder le journal du serveur", en: "look into the server's log" }
            : { fr: "tenu serve rattrape tout, dans l'ordre", en: "tenu serve catches up with everything, in order" },
        ),
  ];
}

/** Contracts that cannot be turned, and those that another edition worked out. */
export async function contracts(app: Database): Promise<Finding[]> {
  const [row] = await scoped(app, await everyTenant({ database: app }), (transaction) =>
    transaction.rows<{ all: number; trouble: number; outdated: number; first: string | null }>({
      text: `select count(*) as all, count(trouble) as trouble, count(*) filter (where revision > 0 and edition <> $1) as outdated,
          (array_agg(contract_id || ': ' || trouble order by contract_id) filter (where trouble is not null))[1] as first
        from ledger.contract`,
      values: [presentEdition(loadReferences())],
    }),
  );
  const { all, trouble, outdated, first } = row!;
  return [
    trouble === 0
      ? holds("contracts", { fr: `aucun contrat en difficulté, sur ${all}`, en: `no contract in trouble, of ${all}` })
      : attention(
          "contracts",
          {
            fr: `contrats en difficulté : ${trouble} sur ${all}, dont ${first}`,
            en: `contracts in trouble: ${trouble} of ${all}, among them ${first}`,
          },
          { fr: "corriger ce qui est dit, puis tenu rebuild --contract ID", en: "mend what is said, then tenu rebuild --contract ID" },
        ),
    ...(outdated === 0
      ? []
      : [
          notPromised(
            "edition",
            {
              fr: `contrats établis par une autre édition du moteur ou des références : ${outdated}`,
              en: `contracts worked out by another edition of the engine or the references: ${outdated}`,
            },
            {
              fr: "tenu serve les rétablit peu à peu ; tenu rebuild tout de suite",
              en: "tenu serve restates them little by little; tenu rebuild at once",
            },
          ),
        ]),
  ];
}

/** Tasks that were given up. */
export async function tasks(queue: Database): Promise<Finding[]> {
  const failed = await failedTasks(queue, 1000);
  const [last] = failed;
  if (!last) return [holds("tasks", { fr: "aucune tâche abandonnée", en: "no task was given up" })];
  return [
    attention(
      "tasks",
      {
        fr: `tâches abandonnées : ${failed.length} ; la dernière, ${last.name} : ${last.error}`,
        en: `tasks given up: ${failed.length}; the last, ${last.name}: ${last.error}`,
      },
      {
        fr: "corriger ce qui est dit ; les tâches restent jusqu'à ce qu'on les relance",
        en: "mend what is said; the tasks stay until somebody has them tried again",
      },
    ),
  ];
}
