-- What was announced, what is coming, and who is told of what a revision changed.

-- Announcements are looked for at each restatement: where there are none, that costs nothing.
create index fact_announcements on ledger.fact (tenant_id, contract_id)
  where kind in ('standing.announced', 'announcement.contradicted', 'announcement.corrected');

-- What comes soonest, across contracts.
create index item_soonest on ledger.item (edge, contract_id, key, number) where until is null and closed is null and edge is not null;

-- Tells who listens what a revision opened, changed and closed (names: ledger/notices/events.ts). Identifiers only: what was sent cannot be
-- forgotten. Called by ledger.write, in its transaction, where anybody may be listening. `was` is the contract's phase before.
create function ledger.tell(tenant uuid, contract uuid, revised bigint, was text, work jsonb, items json) returns void
  language sql volatile
  set search_path = ''
  as $$
    with fresh as (
      select i.place, n.key || '/' || n.number as item, n.type, n.state, o.state as before
      from (select t.key, min(t.place) as place from json_to_recordset(items) as t (key text, place int) group by t.key) i
      join ledger.item n on n.tenant_id = tenant and n.contract_id = contract and n.key = i.key and n.since = revised
      -- By its opening: a late fact may have given it another number.
      left join lateral (
        select o.state from ledger.item o
        where o.tenant_id = tenant and o.contract_id = contract and o.key = n.key and o.until = revised and o.opened = n.opened
        order by o.number = n.number desc limit 1) o on true
    ), happened as (
      select -1 as place, 'contract.accepted' as event, null as item where was = 'draft' and work #>> '{head,phase}' <> 'draft'
      union all
      select place, case
          when type = 'refusal' and before is null then 'act.refused'
          when type = 'obligation' and before is null and state in ('open', 'paused') then 'obligation.opened'
          when type = 'right' and state = 'open' and coalesce(before, 'pending') = 'pending' then 'right.opened'
          when state is not distinct from before then null
          when type = 'obligation' and state in ('kept', 'missed') or type = 'right' and state in ('used', 'lapsed')
            or type = 'amount' and state in ('due', 'settled') then type || '.' || state
        end, item
      from fresh
      union all
      select 2147483646, 'contract.' || case work #>> '{head,phase}' when 'running' then 'resumed' else work #>> '{head,phase}' end, null
      where was <> work #>> '{head,phase}' and (was <> 'draft' or work #>> '{head,phase}' <> 'running')
      union all
      select 2147483647, 'standing.restated', null
      where work #>> '{head,cause}' in ('late facts', 'edition') and (items is not null or work ? 'replaced')
    )
    select platform.announce(tenant, (work #>> '{head,made}')::timestamptz, jsonb_agg(jsonb_build_object('event', event,
      'data', jsonb_strip_nulls(jsonb_build_object('contract', contract, 'revision', revised, 'item', item))) order by place, item))
    from happened where event is not null
  $$;
revoke all on function ledger.tell(uuid, uuid, bigint, text, jsonb, json) from public;
grant execute on function ledger.tell(uuid, uuid, bigint, text, jsonb, json) to tenu_app;
