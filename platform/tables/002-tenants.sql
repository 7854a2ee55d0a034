-- Source. The provider, its distributors and its customers; affiliates live inside their customer.
create table platform.tenant (
  tenant_id uuid primary key default uuidv7(),
  kind text not null check (kind in ('provider', 'distributor', 'customer')),
  name text not null check (name <> ''),
  -- The distributor through whom a customer bought: it sees that customer.
  distributor_id uuid references platform.tenant (tenant_id),
  created timestamptz(3) not null,
  check (distributor_id is null or kind = 'customer')
);
create unique index one_provider on platform.tenant (kind) where kind = 'provider';
create index on platform.tenant (distributor_id);

call platform.protect_directory('platform.tenant');
grant select, insert, update (name, distributor_id) on platform.tenant to tenu_app;

-- The tenants that a tenant may look into: the provider all of them, a distributor its customers, a customer itself.
create function platform.reach(tenant uuid) returns uuid[]
  language sql stable security definer
  set search_path = ''
  begin atomic
    select array_agg(other.tenant_id)
    from platform.tenant self
    join platform.tenant other
      on self.kind = 'provider' or other.tenant_id = self.tenant_id or other.distributor_id = self.tenant_id
    where self.tenant_id = tenant;
  end;

-- The one provider of this installation; null before there is one.
create function platform.provider() returns uuid
  language sql stable security definer
  set search_path = ''
  begin atomic
    select tenant_id from platform.tenant where kind = 'provider';
  end;

-- Source. Keys by which programs, and until they sign in people, call. Only a digest of the secret is kept.
create table platform.api_key (
  tenant_id uuid not null references platform.tenant (tenant_id),
  key_id uuid not null default uuidv7(),
  name text not null,
  digest bytea not null,
  scopes text[] not null,
  created timestamptz(3) not null,
  expires timestamptz(3),
  revoked timestamptz(3),
  primary key (tenant_id, key_id)
);
create unique index on platform.api_key (digest);

call platform.protect_directory('platform.api_key');
grant select, insert, update (revoked) on platform.api_key to tenu_app;

-- Whose key is this? Asked before there is a scope, by the digest alone.
create function platform.key_holder(secret_digest bytea)
  returns table (tenant_id uuid, kind text, tenant_name text, key_id uuid, key_name text, scopes text[], expires timestamptz, revoked timestamptz)
  language sql stable security definer
  set search_path = ''
  begin atomic
    select t.tenant_id, t.kind, t.name, k.key_id, k.name, k.scopes, k.expires, k.revoked
    from platform.api_key k
    join platform.tenant t using (tenant_id)
    where k.digest = secret_digest;
  end;

revoke all on function platform.reach(uuid), platform.key_holder(bytea), platform.provider() from public;
grant execute on function platform.reach(uuid), platform.key_holder(bytea), platform.provider() to tenu_app;

-- Source. Answers already given, so that a request sent twice is done once.
create table platform.idempotency (
  tenant_id uuid not null references platform.tenant (tenant_id),
  key text not null,
  request bytea not null,
  status int not null,
  body jsonb not null,
  created timestamptz(3) not null,
  primary key (tenant_id, key)
);
call platform.protect('platform.idempotency');
grant select, insert, delete on platform.idempotency to tenu_app;
