-- What contracts are made of, and their facts: the sources. Everything that can be worked out from them is in 002.

create schema ledger;
grant usage on schema ledger to tenu_app;

-- Source. Terms by digest: who holds a digest, holds the text. Terms are published, and name nobody.
create table ledger.text (
  digest bytea primary key,
  body text not null,
  check (digest = sha256(convert_to(body, 'UTF8')))
);
grant select, insert on ledger.text to tenu_app;

-- Source. The provider's library: what contracts may be composed from. A version once there never changes.
create table ledger.document (
  document text not null,
  version text not null,
  digest bytea not null references ledger.text (digest),
  rank text not null,
  title jsonb not null,
  added timestamptz(3) not null,
  primary key (document, version)
);
grant select, insert on ledger.document to tenu_app;

-- Source: what was ordered and which texts hold. The rest of the row is the fold's head, a projection of the facts.
create table ledger.contract (
  tenant_id uuid not null references platform.tenant (tenant_id),
  contract_id uuid not null,
  name text not null check (name <> ''),
  particulars jsonb not null,
  -- [{"id", "version", "digest"}]: those of the order, then those that amendments attached.
  documents jsonb not null,
  created timestamptz(3) not null,

  revision bigint not null default 0,
  facts bigint not null default 0,
  frontier bytea not null default '',
  rests timestamptz(3),
  due timestamptz(3),
  recorded timestamptz(3),
  phase text not null default 'draft',
  edition text not null default '',
  trouble text,
  primary key (tenant_id, contract_id)
);
create unique index contract_name on ledger.contract (tenant_id, name);
-- The clock's only question: what is due?
create index contract_due on ledger.contract (due) where due is not null;

call platform.protect_directory('ledger.contract');
grant select, insert, update on ledger.contract to tenu_app;

-- Whose contract is this? Asked before a request narrows its scope to that tenant; the caller's reach decides what it is told.
create function ledger.tenant_of(wanted uuid) returns uuid
  language sql stable security definer
  set search_path = ''
  begin atomic
    select tenant_id from ledger.contract where contract_id = wanted;
  end;
create index contract_by_id on ledger.contract (contract_id);

-- Claims contracts whose next instant has come, for this transaction; others skip them. The clock then works in their scope.
create policy claim on ledger.contract for update to tenu_owner using (true) with check (false);
create function ledger.claim_due(until timestamptz, most int)
  returns table (tenant_id uuid, contract_id uuid)
  language sql volatile security definer
  set search_path = ''
  begin atomic
    select c.tenant_id, c.contract_id from ledger.contract c
    where c.due <= until order by c.due limit most for update skip locked;
  end;

-- How late is the clock?
create function ledger.earliest_due() returns timestamptz
  language sql stable security definer
  set search_path = ''
  begin atomic
    select min(due) from ledger.contract where due is not null;
  end;

revoke all on function ledger.tenant_of(uuid), ledger.claim_due(timestamptz, int), ledger.earliest_due() from public;
grant execute on function ledger.tenant_of(uuid), ledger.claim_due(timestamptz, int), ledger.earliest_due() to tenu_app;

-- Source, append only: one row a fact, in the order of recording. `lived` alone is a projection: where the fact now stands in the
-- contract's life, once corrected or amended; null where it was withdrawn, or is itself a change of another.
create table ledger.fact (
  tenant_id uuid not null,
  contract_id uuid not null,
  position bigint not null,
  source text not null,
  source_id text not null,
  kind text not null,
  subject text not null,
  party text not null,
  occurred timestamptz(3) not null,
  recorded timestamptz(3) not null,
  lived timestamptz(3),
  -- The key, or the part of Tenu, that recorded it.
  stated_by text not null,
  entry bytea not null,
  leaf bytea not null,
  primary key (tenant_id, contract_id, position),
  unique (tenant_id, contract_id, source, source_id),
  foreign key (tenant_id, contract_id) references ledger.contract
);
create index fact_lived on ledger.fact (tenant_id, contract_id, lived) where lived is not null;
create index fact_changes on ledger.fact (tenant_id, contract_id) where kind in ('fact.corrected', 'fact.withdrawn');

call platform.protect('ledger.fact');
grant select, insert, update (lived) on ledger.fact to tenu_app;

-- Source. Text about people, under the person's key; the log holds its salted digest only. Erasing the key erases the text.
create table ledger.personal (
  tenant_id uuid not null,
  contract_id uuid not null,
  position bigint not null,
  field text not null,
  person text not null,
  sealed bytea not null,
  primary key (tenant_id, contract_id, position, field),
  foreign key (tenant_id, contract_id, position) references ledger.fact
);
create index personal_person on ledger.personal (tenant_id, person);

call platform.protect('ledger.personal');
grant select, insert on ledger.personal to tenu_app;
