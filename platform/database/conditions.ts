import type { Database } from "./connect.ts";

/** A condition of isolation that does not hold, and what mends it. */
export interface Unmet {
  condition: string;
  found: string;
  mend: string;
}

/** What isolation rests on (docs/decisions/12). Each query finds what breaks it; none may find anything. */
const conditions: readonly { condition: string; mend: string; query: string }[] = [
  {
    condition: "PostgreSQL is 18 or newer",
    mend: "Use a newer PostgreSQL: uuidv7() and the row security we rest on are of 18.",
    query: "select current_setting('server_version') as found where current_setting('server_version_num')::int < 180000",
  },
  {
    condition: "the application's login has no powers of its own",
    mend: "alter role … nosuperuser nobypassrls nocreaterole nocreatedb noreplication; or connect as tenu_app.",
    query:
      "select rolname as found from pg_roles where rolname = session_user and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)",
  },
  {
    condition: "the application's login can become no other role",
    mend: "revoke the roles it is a member of.",
    query:
      "select m.roleid::regrole::text as found from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = session_user",
  },
  {
    condition: "the application's login owns nothing",
    mend: "Give it to tenu_owner: alter … owner to tenu_owner.",
    query: `select found from (
        select oid::regclass::text as found, relowner as owner from pg_class
        union all select oid::regprocedure::text, proowner from pg_proc
        union all select nspname, nspowner from pg_namespace
        union all select datname, datdba from pg_database) owned
      where owner = session_user::regrole`,
  },
  {
    condition: "row security is enabled and forced on every tenant table",
    mend: "call platform.protect('…') in a migration.",
    query: `select c.oid::regclass::text as found from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
      where c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`,
  },
  {
    condition: "every tenant table is read and written through the scope, and through nothing else",
    mend: "drop the policy, and call platform.protect('…') in a migration.",
    query: `select c.oid::regclass::text || coalesce(' (policy ' || p.polname || ')', '') as found
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
      left join pg_policy p on p.polrelid = c.oid
      where c.relkind in ('r', 'p') and coalesce(
        case p.polname
          when 'scope' then p.polcmd <> '*' or p.polroles <> array['tenu_app'::regrole::oid]
            or pg_get_expr(p.polqual, p.polrelid) <> '(tenant_id = ANY (( SELECT platform.scope() AS scope)::uuid[]))'
            or pg_get_expr(p.polwithcheck, p.polrelid) <> pg_get_expr(p.polqual, p.polrelid)
          when 'claim' then p.polcmd <> 'w' or p.polroles <> array['tenu_owner'::regrole::oid] or pg_get_expr(p.polwithcheck, p.polrelid) <> 'false'
          when 'directory' then p.polcmd <> 'r' or p.polroles <> array['tenu_owner'::regrole::oid]
        end, true)`,
  },
  {
    condition: "the application may not truncate, refer to, or put triggers on a table",
    mend: "revoke truncate, references, trigger on … from tenu_app.",
    query: `select distinct table_schema || '.' || table_name || ' ' || lower(privilege_type) as found
      from information_schema.role_table_grants
      where grantee in (session_user, 'PUBLIC') and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')
        and table_schema not in ('pg_catalog', 'information_schema')`,
  },
  {
    condition: "views look with the eyes of who asks",
    mend: "alter view … set (security_invoker = true).",
    query: `select c.oid::regclass::text as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('v', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
        and not coalesce(c.reloptions @> array['security_invoker=true'], false)`,
  },
  {
    condition: "functions that look with the owner's eyes name where they look",
    mend: "alter function … set search_path = ''.",
    query: `select p.oid::regprocedure::text as found from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'graphile_worker')
        and not exists (select from unnest(p.proconfig) one where one like 'search_path=%')`,
  },
  {
    condition: "the login of people's identities has no powers of its own, is no other role and owns nothing",
    mend: "Make tenu_identity anew: create role tenu_identity login noinherit.",
    query: `select coalesce(r.rolname, 'tenu_identity, which is not there') as found
      from (values ('tenu_identity')) wanted (name) left join pg_roles r on r.rolname = wanted.name
      where r.rolname is null or r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication
        or exists (select from pg_auth_members m where m.member = r.oid)
        or exists (select from pg_class c where c.relowner = r.oid) or exists (select from pg_proc p where p.proowner = r.oid)
        or exists (select from pg_namespace n where n.nspowner = r.oid) or exists (select from pg_database d where d.datdba = r.oid)`,
  },
  {
    condition: "the login of people's identities enters no schema but identity",
    mend: "revoke all on schema … from tenu_identity, public.",
    query: `select n.nspname as found from pg_namespace n
      where n.nspname not in ('identity', 'pg_catalog', 'information_schema')
        and has_schema_privilege('tenu_identity', n.oid, 'usage, create')`,
  },
  {
    condition: "the application reads and writes nothing of people's identities",
    mend: "revoke all on schema identity, and on all tables in schema identity, from tenu_app, public.",
    query: `select coalesce(c.oid::regclass::text, n.nspname) as found
      from pg_namespace n left join pg_class c on c.relnamespace = n.oid and c.relkind in ('r', 'p', 'v', 'm')
      where n.nspname = 'identity' and (has_schema_privilege(session_user, n.oid, 'usage, create')
        or has_table_privilege(session_user, c.oid, 'select, insert, update, delete, truncate, references, trigger'))`,
  },
];

/** What does not hold, asked under the application's own login. */
export async function unmetConditions(app: Database): Promise<Unmet[]> {
  const unmet: Unmet[] = [];
  for (const { condition, mend, query } of conditions) {
    const { rows } = await app.query<{ found: string }>(query);
    for (const { found } of rows) unmet.push({ condition, found, mend });
  }
  return unmet;
}

/** Throws with everything that does not hold: a server that cannot keep tenants apart does not start. */
export async function assertIsolation(app: Database): Promise<void> {
  const unmet = await unmetConditions(app);
  if (unmet.length === 0) return;
  const lines = unmet.map(({ condition, found, mend }) => `- ${condition}: not so for ${found}. ${mend}`);
  throw new Error(`This database cannot keep tenants apart, so nothing is served:\n${lines.join("\n")}`);
}
