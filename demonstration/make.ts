import { formatInstant, type Instant } from "#kernel/time/instant.ts";
import { tick } from "#ledger/clock/tick.ts";
import { draft } from "#ledger/contracts/draft.ts";
import type { ContractName, Ledger } from "#ledger/ledger.ts";
import { contractOf } from "#ledger/routes/contract-of.ts";
import { connect } from "#platform/database/connect.ts";
import { scoped } from "#platform/database/scope.ts";
import type { Role } from "#platform/identity/roles.ts";
import { contracts } from "./lives/all.ts";
import { customers, distributors, type Member, provider } from "./lives/cast.ts";
import { livedUntil, type Plan } from "./lives/happening.ts";
import { openStage, type Stage } from "./lives/stage.ts";
import { PASSWORD, people } from "./people.ts";
import { record } from "./record.ts";
import { shelveBuiltIn } from "./shelve-built-in.ts";
import { steadyId } from "./steady-id.ts";

/** Makes somebody who can sign in. */
export type AddPerson = (person: {
  name: string;
  email: string;
  password: string;
  memberships: readonly { tenant: string; role: Role }[];
}) => Promise<void>;

export interface Wanted {
  /** The instant up to which everything has been lived. The same instant gives the same lives. */
  today: Instant;
  /** Told as each contract is done. */
  tell: (progress: { done: number; of: number; facts: number }) => void;
  addPerson: AddPerson;
  /** Which contracts, where not all of them. */
  lives?: readonly ((stage: Stage) => Plan)[];
}

export interface SignIn {
  name: string;
  email: string;
  password: string;
  role: Role;
  /** The member that the role is of, as people call it. */
  of: string;
}

export interface Made {
  people: readonly SignIn[];
  contracts: number;
  facts: number;
}

/** What of an installation is needed to fill it. */
export interface Fillable {
  ledger: Ledger;
  database: { logins: { app: string } };
}

/** How many contracts are written at once: most of the time one waits for the database. */
const AT_ONCE = 8;

/** Fills a fresh installation with two years of fourteen contracts and more. */
export async function makeDemonstration({ ledger, database }: Fillable, wanted: Wanted): Promise<Made> {
  const quick = connect(database.logins.app, "demonstration", AT_ONCE);
  // Nothing here is lost that could not be made again: no commit waits for the disk.
  quick.on("connect", (client) => void client.query("set synchronous_commit = off"));
  try {
    return await fill({ ...ledger, database: quick }, wanted);
  } finally {
    await quick.end();
  }
}

async function fill(ledger: Ledger, { today, tell, addPerson, lives = contracts }: Wanted): Promise<Made> {
  const stage = openStage(ledger.references, today);
  const plans = lives.map((life) => life(stage));
  const began = stage.at(stage.month(-30), "09:00");
  await shelveBuiltIn(ledger, began);
  await addMembers(ledger, began);
  const told = { done: 0, facts: 0 };
  const waiting = [...plans];
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await catchUp(ledger);
  await Promise.all(
    people.map(({ name, email, roles }) => {
      const memberships = roles.map(({ member, role }) => ({ tenant: tenantOf(member, began), role }));
      return addPerson({ name, email, password: PASSWORD, memberships });
    }),
  );
  return { people: signIns(), contracts: plans.length, facts: told.facts };

  async function work(): Promise<void> {
    for (let plan = waiting.shift(); plan; plan = waiting.shift()) {
      const facts = await liveOne(ledger, plan, began, today);
      told.facts += facts;
      told.done += 1;
      tell({ ...told, of: plans.length });
    }
  }
}

/** Everybody who signs in, once for each role. */
export function signIns(): SignIn[] {
  const names = new Map([provider, ...distributors, ...customers].map(({ key, name }) => [key, name]));
  return people.flatMap(({ name, email, roles }) =>
    roles.map(({ member, role }) => ({ name, email, password: PASSWORD, role, of: names.get(member)! })),
  );
}

/** The contract of a plan. Its identifier is the same whenever the plan's dates are. */
export function contractOfPlan({ key, customer, drafted }: Plan, began: Instant): ContractName {
  return { tenant: tenantOf(customer, began), contract: steadyId(`contract ${key}`, drafted) };
}

function tenantOf(member: string, began: Instant): string {
  return steadyId(`member ${member}`, began);
}

async function addMembers(ledger: Ledger, began: Instant): Promise<void> {
  const add = (kind: "provider" | "distributor" | "customer", { key, name, distributor }: Member) => {
    const seen = [key, ...(distributor === undefined ? [] : [distributor])].map((one) => tenantOf(one, began));
    return scoped(ledger.database, seen, (transaction) =>
      transaction.rows({
        text: "insert into platform.tenant (tenant_id, kind, name, distributor_id, created) values ($1, $2, $3, $4, $5)",
        values: [seen[0], kind, name, seen[1] ?? null, formatInstant(began)],
      }),
    );
  };
  await add("provider", provider);
  for (const member of distributors) await add("distributor", member);
  for (const member of customers) await add("customer", member);
}

async function liveOne(ledger: Ledger, plan: Plan, began: Instant, today: Instant): Promise<number> {
  const name = contractOfPlan(plan, began);
  const then = { ...ledger, now: () => plan.drafted };
  const { problems } = await scoped(ledger.database, [name.tenant], (transaction) => draft(transaction, then, name, plan.particulars));
  if (problems.length > 0) throw new Error(`${plan.key} cannot be composed: ${JSON.stringify(problems)}`);
  const told = livedUntil(plan, today);
  await record(ledger, name, await contractOf(ledger, name), told);
  return told.length;
}

/** Brings every contract up to now, as a server's clock would. Throws where one cannot be. */
export async function catchUp(ledger: Ledger): Promise<void> {
  for (;;) {
    const { turned, failed } = await tick(ledger, 100);
    if (failed[0]) throw new Error(`${failed[0].contract} could not be brought up to now: ${failed[0].reason}`);
    if (turned.length === 0) return;
  }
}
