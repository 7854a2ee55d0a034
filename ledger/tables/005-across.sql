-- What is asked across contracts: what has changed, what is due on which day, which contract is meant.
-- Row security compares each row with every tenant of the scope: 50 µs a row for ten thousand tenants. These functions join with the scope
-- instead, hashed once (`is true` keeps the planner from asking tenant by tenant); all but the first give rows of that scope only.

create index revision_made on ledger.revision (made);
create policy directory on ledger.revision for select to tenu_owner using (true);

-- Contracts with a revision made since an instant, as they now stand. Identifiers only; asked by the process, for all who listen to it.
create function ledger.changed_since(since timestamptz)
  returns table (tenant_id uuid, contract_id uuid, revision bigint, phase text)
  language sql stable security definer
  set search_path = ''
  begin atomic
    select c.tenant_id, c.contract_id, c.revision, c.phase
    from (select distinct r.tenant_id, r.contract_id from ledger.revision r where r.made >= since) moved
    join ledger.contract c on c.tenant_id = moved.tenant_id and c.contract_id = moved.contract_id;
  end;

-- How much is due on each day up to an instant, in a reader's zone. What is overdue stands together, under no day; a
-- deadline at midnight is the end of the day before.
-- Wide enough to count and to find lines by whose they are without reading them.
drop index ledger.item_soonest;
create index item_soonest on ledger.item (edge, contract_id, key, number) include (tenant_id, party, type, state, since)
  where until is null and closed is null and edge is not null;
create policy directory on ledger.item for select to tenu_owner using (true);

create function ledger.due_by_day(at timestamptz, ends timestamptz, zone text)
  returns table (day text, party text, type text, lines bigint)
  language sql stable security definer
  set search_path = ''
  begin atomic
    -- Most lines share their instant with many others: the calendar is asked once an instant.
    select to_char(d.day, 'YYYY-MM-DD'), d.party, d.type, sum(d.lines)::bigint
    from (
      select case when e.edge > at then ((e.edge - interval '1 millisecond') at time zone zone)::date end as day, e.party, e.type, e.lines
      from (
        select i.edge, i.party, i.type, count(*) as lines
        from ledger.item i
        where i.until is null and i.closed is null and i.edge < ends and i.state <> 'paused'
          and (i.tenant_id in (select unnest(platform.scope()))) is true
        group by 1, 2, 3) e) d
    group by 1, 2, 3;
  end;

-- The open lines of the scope, the soonest first: where a page of them lies.
create function ledger.find_due(a_contract uuid, a_party text, parties text[], others boolean, a_type text, after timestamptz, begins timestamptz,
    ends timestamptz, paused boolean, behind timestamptz, behind_contract uuid, behind_key text, behind_number int, most int)
  returns table (tenant_id uuid, contract_id uuid, key text, number int, since bigint, edge timestamptz)
  language sql stable security definer
  set search_path = ''
  begin atomic
    select i.tenant_id, i.contract_id, i.key, i.number, i.since, i.edge
    from ledger.item i
    where i.until is null and i.closed is null and i.edge is not null
      and (i.tenant_id in (select unnest(platform.scope()))) is true
      and i.edge > coalesce(after, '-infinity') and i.edge >= coalesce(begins, behind, '-infinity') and i.edge < coalesce(ends, 'infinity')
      and (a_contract is null or i.contract_id = a_contract)
      and (a_party is null or i.party = a_party)
      and (parties is null or (i.party = any (parties)) <> others)
      and (a_type is null or i.type = a_type)
      and (paused or i.state <> 'paused')
      and (behind is null or (i.edge, i.contract_id, i.key, i.number) > (behind, behind_contract, behind_key, behind_number))
    order by i.edge, i.contract_id, i.key, i.number limit most;
  end;

-- Contracts by words in their name or their customer's, without regard to case and accents.
create function ledger.plain(words text) returns text
  language sql immutable parallel safe
  return translate(lower(words), 'àâäáãçéèêëíìîïñóòôöõúùûüýÿ', 'aaaaaceeeeiiiinooooouuuuyy');

create function ledger.find_contracts(words text, phases text[], troubled boolean, behind uuid, most int)
  returns table (tenant_id uuid, contract_id uuid)
  language sql stable security definer
  set search_path = ''
  begin atomic
    select c.tenant_id, c.contract_id
    from ledger.contract c
    join platform.tenant t on t.tenant_id = c.tenant_id
    where (c.tenant_id in (select unnest(platform.scope()))) is true
      and c.contract_id < behind
      and (phases is null or c.phase = any (phases))
      and (not troubled or c.trouble is not null)
      and (words is null or strpos(ledger.plain(c.name), ledger.plain(words)) > 0 or strpos(ledger.plain(t.name), ledger.plain(words)) > 0)
    order by c.contract_id desc limit most;
  end;

-- The tenants in scope by words in their name, in the order of their names.
create function ledger.find_tenants(words text, kinds text[], of_distributor uuid, behind_name text, behind uuid, most int)
  returns table (tenant_id uuid, seen_distributor uuid)
  language sql stable security definer
  set search_path = ''
  begin atomic
    select t.tenant_id, case when (t.distributor_id in (select unnest(platform.scope()))) is true then t.distributor_id end
    from platform.tenant t
    where (t.tenant_id in (select unnest(platform.scope()))) is true
      and (kinds is null or t.kind = any (kinds))
      and (of_distributor is null or t.distributor_id = of_distributor)
      and (words is null or strpos(ledger.plain(t.name), ledger.plain(words)) > 0)
      and (behind_name is null or (ledger.plain(t.name), t.tenant_id) > (behind_name, behind))
    order by ledger.plain(t.name), t.tenant_id limit most;
  end;

-- How many contracts each tenant of a list has, and how many lines of theirs are overdue.
create function ledger.book_of(tenants uuid[], at timestamptz)
  returns table (tenant_id uuid, contracts bigint, running bigint, overdue bigint, next timestamptz)
  language sql stable security definer
  set search_path = ''
  begin atomic
    select t.tenant_id, count(c.contract_id), count(*) filter (where c.phase in ('running', 'suspended')),
      (select count(*) from ledger.item i
        where i.tenant_id = t.tenant_id and i.until is null and i.closed is null and i.edge <= at and i.state <> 'paused'),
      (select min(i.edge) from ledger.item i
        where i.tenant_id = t.tenant_id and i.until is null and i.closed is null and i.edge > at and i.state <> 'paused')
    from (select s.tenant_id from unnest(platform.scope()) as s (tenant_id) where s.tenant_id = any (tenants)) t
    left join ledger.contract c on c.tenant_id = t.tenant_id
    group by t.tenant_id;
  end;

revoke all on function ledger.changed_since(timestamptz), ledger.due_by_day(timestamptz, timestamptz, text), ledger.plain(text),
  ledger.find_due(uuid, text, text[], boolean, text, timestamptz, timestamptz, timestamptz, boolean, timestamptz, uuid, text, int, int),
  ledger.find_contracts(text, text[], boolean, uuid, int), ledger.find_tenants(text, text[], uuid, text, uuid, int),
  ledger.book_of(uuid[], timestamptz) from public;
grant execute on function ledger.changed_since(timestamptz), ledger.due_by_day(timestamptz, timestamptz, text), ledger.plain(text),
  ledger.find_due(uuid, text, text[], boolean, text, timestamptz, timestamptz, timestamptz, boolean, timestamptz, uuid, text, int, int),
  ledger.find_contracts(text, text[], boolean, uuid, int), ledger.find_tenants(text, text[], uuid, text, uuid, int),
  ledger.book_of(uuid[], timestamptz) to tenu_app;
