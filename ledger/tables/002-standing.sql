-- What stands, as rows. `tenu rebuild` empties these tables and folds again; `tenu reconcile` proves them equal to a replay.

-- These projections are written beside their contract's row only: they need no foreign key to it, which would cost a fifth of each insertion.

-- Projection.
-- One row a version of an item: what stood from the revision `since` until the revision `until` replaced it.
create table ledger.item (
  tenant_id uuid not null,
  contract_id uuid not null,
  -- clause/subject, with /refused for refusals; the item's name is key/number.
  key text not null,
  number int not null,
  since bigint not null,
  until bigint,
  clause text not null,
  subject text not null,
  type text not null,
  state text not null,
  party text not null,
  opened timestamptz(3) not null,
  closed timestamptz(3),
  -- The next instant that matters: a deadline, the close of a window, its opening.
  edge timestamptz(3),
  body jsonb not null,
  primary key (tenant_id, contract_id, key, number, since)
);
create index item_open on ledger.item (tenant_id, contract_id) where until is null and closed is null;
create index item_closed on ledger.item (tenant_id, contract_id, closed) where until is null and closed is not null;
create index item_edge on ledger.item (tenant_id, edge) where until is null and closed is null and edge is not null;

call platform.protect('ledger.item');
grant select, insert, update (until), delete on ledger.item to tenu_app;

-- Projection. What made each revision of a standing.
create table ledger.revision (
  tenant_id uuid not null,
  contract_id uuid not null,
  revision bigint not null,
  made timestamptz(3) not null,
  cause text not null check (cause in ('facts', 'clock', 'late facts', 'edition', 'rebuild')),
  facts bigint not null,
  rests timestamptz(3),
  edition text not null,
  primary key (tenant_id, contract_id, revision)
);
call platform.protect('ledger.revision');
grant select, insert, delete on ledger.revision to tenu_app;

-- Projection. States to resume from: all facts of the life up to `rests` are in it, and none after.
create table ledger.checkpoint (
  tenant_id uuid not null,
  contract_id uuid not null,
  ordinal bigint not null,
  rests timestamptz(3) not null,
  body text not null,
  primary key (tenant_id, contract_id, ordinal)
);
create index checkpoint_rests on ledger.checkpoint (tenant_id, contract_id, rests);
call platform.protect('ledger.checkpoint');
grant select, insert, delete on ledger.checkpoint to tenu_app;

-- Projection. Inner nodes of the contract's log at every eighth level.
create table ledger.node (
  tenant_id uuid not null,
  contract_id uuid not null,
  level smallint not null,
  index bigint not null,
  hash bytea not null,
  primary key (tenant_id, contract_id, level, index)
);
call platform.protect('ledger.node');
grant select, insert, delete on ledger.node to tenu_app;

-- Writes one revision whole: facts, what they changed, states to resume from, log nodes, and the head, which must still be the one
-- that was folded on. Gives the numbers of the items that had none. What there may be thousands of comes apart from the rest: read as
-- json, and entries and leaf hashes one after another as they are, since to parse them costs more than to insert them.
-- `alone`, it is a transaction of its own, in the scope of that tenant: one round trip for who already knows where the contract stands.
create function ledger.write(tenant uuid, contract uuid, folded_on bigint, alone boolean, work jsonb, facts json, entries bytea, leaves bytea, items json)
  returns table (key text, number int)
  language plpgsql
  set search_path = ''
  as $$
declare
  head jsonb := work -> 'head';
  now_at bigint := folded_on + 1;
  was text;
  scope text;
begin
  if alone then
    scope := set_config('tenu.scope', '{' || tenant || '}', true);
  end if;

  update ledger.contract c set
    revision = now_at,
    facts = (head ->> 'facts')::bigint,
    frontier = decode(head ->> 'frontier', 'hex'),
    rests = (head ->> 'rests')::timestamptz,
    due = (head ->> 'due')::timestamptz,
    recorded = (head ->> 'recorded')::timestamptz,
    phase = head ->> 'phase',
    edition = head ->> 'edition',
    trouble = null
  where c.tenant_id = tenant and c.contract_id = contract and c.revision = folded_on
  returning old.phase into was;
  if not found then
    raise exception 'The contract is no longer at revision %.', folded_on using errcode = 'serialization_failure';
  end if;

  insert into ledger.revision values
    (tenant, contract, now_at, (head ->> 'made')::timestamptz, head ->> 'cause', (head ->> 'facts')::bigint, (head ->> 'rests')::timestamptz, head ->> 'edition');

  if facts is not null then
    insert into ledger.fact
    select tenant, contract, f.position, f.source, f.id, f.kind, f.subject, f.party, f.occurred, f.recorded, f.lived, work ->> 'stated_by',
      substring(entries from f.starts for f.bytes), substring(leaves from f.leaf for 32)
    from json_to_recordset(facts) as f (position bigint, source text, id text, kind text, subject text, party text,
      occurred timestamptz, recorded timestamptz, lived timestamptz, starts int, bytes int, leaf int);
  end if;

  if work ? 'personal' then
    insert into ledger.personal
    select tenant, contract, f.position, p.field, p.person, decode(p.sealed, 'hex')
    from json_to_recordset(facts) as f (position bigint, personal jsonb),
      jsonb_to_recordset(f.personal) as p (field text, person text, sealed text);
  end if;

  if work ? 'lived' then
    update ledger.fact f set lived = l.lived
    from jsonb_to_recordset(work -> 'lived') as l (position bigint, lived timestamptz)
    where f.tenant_id = tenant and f.contract_id = contract and f.position = l.position;
  end if;

  if work ? 'nodes' then
    insert into ledger.node
    select tenant, contract, n.level, n.index, decode(n.hash, 'hex')
    from jsonb_to_recordset(work -> 'nodes') as n (level smallint, index bigint, hash text);
  end if;

  if work ? 'resumed' then
    delete from ledger.checkpoint c
    where c.tenant_id = tenant and c.contract_id = contract and c.rests >= (work ->> 'resumed')::timestamptz;
  end if;

  if work ? 'checkpoints' then
    insert into ledger.checkpoint
    select tenant, contract, k.ordinal, k.rests, k.body
    from jsonb_to_recordset(work -> 'checkpoints') as k (ordinal bigint, rests timestamptz, body text);
    -- Dense for the recent past, sparse for the far one: sixteen in a row, then every sixteenth, then every 256th.
    delete from ledger.checkpoint c
    using jsonb_to_recordset(work -> 'checkpoints') as k (ordinal bigint)
    where c.tenant_id = tenant and c.contract_id = contract
      and (c.ordinal = k.ordinal - 16 and c.ordinal % 16 <> 0 or c.ordinal = k.ordinal - 256 and c.ordinal % 256 <> 0);
  end if;

  if work ? 'replaced' then
    update ledger.item i set until = now_at
    from jsonb_to_recordset(work -> 'replaced') as r (key text, number int)
    where i.tenant_id = tenant and i.contract_id = contract and i.key = r.key and i.number = r.number and i.until is null;
  end if;

  if items is not null then
    -- What this revision replaces is no longer counted: where it goes on, its new version is, and `after` says how far those go.
    return query
    insert into ledger.item as written
    select tenant, contract, i.key, coalesce(i.number, i.nth + greatest(i.after, (
        select k.number from ledger.item k
        where k.tenant_id = tenant and k.contract_id = contract and k.key = i.key and k.until is null
        order by k.number desc limit 1))),
      now_at, null, i.clause, i.subject, i.type, i.state, i.party, i.opened, i.closed, i.edge, i.body
    from json_to_recordset(items) as i (key text, number int, nth int, after int, clause text, subject text, type text, state text,
      party text, opened timestamptz, closed timestamptz, edge timestamptz, body jsonb)
    returning written.key, written.number;
  end if;

  if head ->> 'cause' <> 'rebuild' and platform.is_heard(tenant) then
    perform ledger.tell(tenant, contract, now_at, was, work, items);
  end if;
end
$$;
revoke all on function ledger.write(uuid, uuid, bigint, boolean, jsonb, json, bytea, bytea, json) from public;
grant execute on function ledger.write(uuid, uuid, bigint, boolean, jsonb, json, bytea, bytea, json) to tenu_app;
