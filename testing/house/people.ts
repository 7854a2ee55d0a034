import { randomBytes } from "node:crypto";
import { afterAll } from "vitest";
import type { App } from "#platform/http/app.ts";
import { scoped } from "#platform/database/scope.ts";
import type { Identity } from "#platform/identity/identity.ts";
import { addMembership } from "#platform/identity/memberships.ts";
import { openIdentity } from "#platform/identity/open-identity.ts";
import { addPerson } from "#platform/identity/people.ts";
import type { Role } from "#platform/identity/roles.ts";
import type { Letter } from "#platform/mail/mail.ts";
import type { TestDatabase } from "../database.ts";

export interface TestIdentity extends Identity {
  letters: Letter[];
  /** What it told of that went wrong. */
  failures: unknown[];
}

/** People over a test's own database, whose letters are kept in memory. Tries are free, unless told otherwise. */
export function testIdentity({ app, logins }: TestDatabase, free = { pair: 1e6, account: 1e6, address: 1e6 }): TestIdentity {
  const letters: Letter[] = [];
  const failures: unknown[] = [];
  const mail = {
    send: async (letter: Letter) => {
      letters.push(letter);
      return { accepted: letter.to, refused: [], id: "<1@test>" };
    },
    close: async () => undefined,
  };
  const secret = new Uint8Array(32).fill(5);
  const identity = openIdentity({
    login: logins.identity,
    database: app,
    secret,
    mail: { mail, from: "Tenu <tenu@tenu.test>" },
    listensOn: () => "http://tenu.test",
    free,
    floor: 0,
    tell: (error) => void failures.push(error),
  });
  afterAll(() => identity.close());
  return { ...identity, letters, failures };
}

export interface TestPerson {
  id: string;
  email: string;
  password: string;
}

let made = 0;

/** Somebody with a good password of their own. */
export async function newPerson(identity: Identity, more: { email?: string; password?: string } = {}): Promise<TestPerson> {
  made += 1;
  const { email = `person-${made}@example.test`, password = `a ${randomBytes(12).toString("hex")} of words` } = more;
  return { id: await addPerson(identity, { email, name: `Person ${made}`, password }), email, password };
}

export function joins({ database }: Identity, tenant: string, { id }: Pick<TestPerson, "id">, role: Role, now = 0): Promise<void> {
  return scoped(database, [tenant], (transaction) => addMembership(transaction, { tenant, person: id, role }, now));
}

export interface Answer {
  status: number;
  headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- whatever JSON came
  body: any;
  /** What a browser would send from now on. */
  cookie: string;
}

export interface Asked {
  body?: unknown;
  cookie?: string | undefined;
  /** As a member of which tenant. */
  tenant?: string;
  headers?: Record<string, string>;
}

/** Asks an application as a browser does. */
export async function browse({ fetch }: Pick<App, "fetch">, method: string, path: string, asked: Asked = {}): Promise<Answer> {
  const { body, cookie, tenant, headers = {} } = asked;
  const response = await fetch(
    new Request(`http://tenu.test${path}`, {
      method,
      headers: {
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...(cookie !== undefined && { Cookie: cookie }),
        ...(tenant !== undefined && { "X-Tenu-Tenant": tenant }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === "" ? undefined : JSON.parse(text),
    cookie: response.headers
      .getSetCookie()
      .map((one) => one.split(";")[0]!)
      .join("; "),
  };
}

/** Signs somebody in, and gives their cookie. */
export async function enter(app: Pick<App, "fetch">, { email, password }: TestPerson, code?: string): Promise<string> {
  const answer = await browse(app, "POST", "/auth/sign-in/email", { body: { email, password, ...(code !== undefined && { code }) } });
  if (answer.status !== 200) throw new Error(`${email} was not let in: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.cookie;
}
