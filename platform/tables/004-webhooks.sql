-- Source. Where a tenant wants to be told of what happens to itself and to those it may look into.
create table platform.webhook (
  tenant_id uuid not null references platform.tenant (tenant_id),
  webhook_id uuid not null,
  url text not null,
  -- Names of events; '*' for all.
  events text[] not null check (cardinality(events) > 0),
  -- Sealed under the tenant's key, which is not in the database.
  secret bytea not null,
  created timestamptz(3) not null,
  -- Deliveries given up since the last that arrived.
  failures int not null default 0,
  disabled timestamptz(3),
  disabled_because text,
  primary key (tenant_id, webhook_id),
  check ((disabled is null) = (disabled_because is null))
);
call platform.protect_directory('platform.webhook');
grant select, insert, delete, update (url, events, failures, disabled, disabled_because) on platform.webhook to tenu_app;

-- Source. What became of each delivery that was tried: one row a message and webhook.
create table platform.webhook_delivery (
  tenant_id uuid not null,
  webhook_id uuid not null,
  message_id uuid not null,
  event text not null,
  -- The tenant that the event is about.
  about uuid not null,
  tries int not null,
  -- HTTP status of the last try; none where no answer came, and then why.
  status int,
  error text,
  tried timestamptz(3) not null,
  state text not null check (state in ('delivered', 'to be tried again', 'given up')),
  primary key (tenant_id, webhook_id, message_id),
  foreign key (tenant_id, webhook_id) references platform.webhook on delete cascade
);
create index on platform.webhook_delivery (tenant_id, webhook_id, tried desc);
call platform.protect('platform.webhook_delivery');
grant select, insert, delete, update (tries, status, error, tried, state) on platform.webhook_delivery to tenu_app;

-- Who listens to an event of a tenant in scope: the tenant itself, its distributor and the provider, as far as they have webhooks for it.
create function platform.listeners(about uuid, event text)
  returns table (tenant_id uuid, webhook_id uuid)
  language sql stable security definer
  set search_path = ''
  begin atomic
    select w.tenant_id, w.webhook_id
    from platform.tenant t
    join platform.webhook w on true
    join platform.tenant listener on listener.tenant_id = w.tenant_id
    where t.tenant_id = about
      and about = any ((select platform.scope())::uuid[])
      and (listener.kind = 'provider' or listener.tenant_id in (t.tenant_id, t.distributor_id))
      and w.disabled is null
      and w.events && array[event, '*'];
  end;

revoke all on function platform.listeners(uuid, text) from public;
grant execute on function platform.listeners(uuid, text) to tenu_app;

-- Whether anybody may be listening to what happens to a tenant. Asked at every append, so that those whom nobody hears pay for no more.
create function platform.is_heard(about uuid) returns boolean
  language sql stable security definer
  set search_path = ''
  begin atomic
    select exists (
      select from platform.webhook w
      join platform.tenant listener on listener.tenant_id = w.tenant_id
      where w.disabled is null and (listener.kind = 'provider' or listener.tenant_id = about
        or listener.tenant_id = (select t.distributor_id from platform.tenant t where t.tenant_id = about)));
  end;

-- Tells those who listen to events of a tenant in scope, [{"event", "data"}], one task a webhook (platform/webhooks/announce.ts). Gives how many.
create function platform.announce(about uuid, at timestamptz, events jsonb) returns bigint
  language sql volatile
  set search_path = ''
  as $$
    with message as materialized (
      select gen_random_uuid() as id, e.place, e.told ->> 'event' as event, e.told -> 'data' as data
      from jsonb_array_elements(events) with ordinality as e (told, place)
    ), heard as materialized (
      select m.*, l.tenant_id, l.webhook_id from message m cross join lateral platform.listeners(about, m.event) l
    )
    select count(platform.add_task('webhooks.deliver', jsonb_build_object('tenant', about, 'listener', h.tenant_id, 'webhook', h.webhook_id,
      'message', h.id, 'event', h.event, 'at', (extract(epoch from at) * 1000)::bigint, 'data', h.data), tries => 13)::text)
    from (select * from heard order by place) h
  $$;

revoke all on function platform.is_heard(uuid), platform.announce(uuid, timestamptz, jsonb) from public;
grant execute on function platform.is_heard(uuid), platform.announce(uuid, timestamptz, jsonb) to tenu_app;
