-- People: who they are, in a schema that only tenu_identity reads (docs/decisions/14), and what they may do in which tenant.

create schema identity;
revoke all on schema identity from public;
grant usage on schema identity to tenu_identity;

-- Source. One person, wherever they belong. Columns keep the names that better-auth writes.
create table identity."user" (
  id uuid primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  "emailVerified" boolean not null default false,
  image text,
  "twoFactorEnabled" boolean not null default false,
  language text not null default 'en' check (language in ('fr', 'en')),
  -- Whether the present password has the length that the desk and administrators need.
  "longPassword" boolean not null default false,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);

-- Source. A browser that is signed in. The token opens nothing by itself: a cookie carries its HMAC too, whose key is not in the database.
create table identity.session (
  id text primary key,
  "userId" uuid not null references identity."user" (id) on delete cascade,
  token text not null unique,
  "expiresAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index on identity.session ("userId");

-- Source. How somebody shows who they are: a password (argon2id), or an account elsewhere.
create table identity.account (
  id text primary key,
  "userId" uuid not null references identity."user" (id) on delete cascade,
  "accountId" text not null,
  "providerId" text not null,
  password text,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  unique ("providerId", "accountId")
);
create index on identity.account ("userId");

-- Source. Codes under way, by the digest of what was mailed or put into a cookie.
create table identity.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index on identity.verification (identifier);

-- Source. A second factor: secret and backup codes are encrypted under a key that is not in the database.
create table identity."twoFactor" (
  id text primary key,
  "userId" uuid not null unique references identity."user" (id) on delete cascade,
  secret text not null,
  "backupCodes" text not null,
  verified boolean not null default true,
  "failedVerificationCount" int not null default 0,
  "lockedUntil" timestamptz,
  -- The last step of 30 s whose code was used: a code opens once.
  "lastStep" bigint not null default 0
);

-- Source. Passkeys: public keys only.
create table identity.passkey (
  id text primary key,
  "userId" uuid not null references identity."user" (id) on delete cascade,
  name text,
  "publicKey" text not null,
  "credentialID" text not null unique,
  counter int not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  transports text,
  aaguid text,
  "createdAt" timestamptz
);
create index on identity.passkey ("userId");

-- Source. Tries at a door, by the digest of who tries or is tried: the next one has to wait.
create table identity.attempt (
  subject bytea primary key,
  tries int not null,
  last timestamptz not null
);
create index on identity.attempt (last);

-- Source. The codes by which an installation that nobody runs yet gets its first owner; only digests.
create table identity.entrance (
  digest bytea primary key,
  created timestamptz not null,
  expires timestamptz not null
);

grant select, insert, update, delete on all tables in schema identity to tenu_identity;

-- Source. Who belongs to a tenant, in which role, and until when. The person is an id; who that is stands in identity only.
create table platform.membership (
  tenant_id uuid not null references platform.tenant (tenant_id),
  membership_id uuid not null,
  person_id uuid not null,
  role text not null check (role in
    ('owner', 'operations', 'support', 'finance', 'data-protection', 'distributor', 'administrator', 'affiliate', 'user')),
  -- The person who invited them; none where a key did, or the installation itself.
  invited_by uuid,
  created timestamptz(3) not null,
  ended timestamptz(3),
  primary key (tenant_id, membership_id)
);
-- One role at a time in one tenant.
create unique index on platform.membership (tenant_id, person_id) where ended is null;
create index on platform.membership (person_id) where ended is null;
call platform.protect_directory('platform.membership');
grant select, insert, update (ended) on platform.membership to tenu_app;

-- Source. Who was asked to come. The address is plain: who invited must see whom, and it is gone as soon as the invitation is accepted or revoked.
create table platform.invitation (
  tenant_id uuid not null references platform.tenant (tenant_id),
  invitation_id uuid not null,
  email text check (email = lower(email)),
  role text not null check (role in
    ('owner', 'operations', 'support', 'finance', 'data-protection', 'distributor', 'administrator', 'affiliate', 'user')),
  digest bytea not null,
  -- Mailed codes prove the address; those that are handed over do not.
  mailed boolean not null,
  -- A person, or none where a key invited.
  invited_by uuid,
  created timestamptz(3) not null,
  expires timestamptz(3) not null,
  accepted timestamptz(3),
  revoked timestamptz(3),
  primary key (tenant_id, invitation_id),
  check ((email is null) = (accepted is not null or revoked is not null))
);
create unique index on platform.invitation (digest);
call platform.protect_directory('platform.invitation');
grant select, insert, update (email, accepted, revoked) on platform.invitation to tenu_app;

-- Where does this person belong? Asked before there is a scope.
create function platform.memberships_of(person uuid)
  returns table (tenant_id uuid, kind text, tenant_name text, role text, created timestamptz)
  language sql stable security definer
  set search_path = ''
  begin atomic
    select t.tenant_id, t.kind, t.name, m.role, m.created
    from platform.membership m
    join platform.tenant t using (tenant_id)
    where m.person_id = person and m.ended is null
    order by t.name, t.tenant_id;
  end;

-- Whose invitation is this? Asked before there is a scope, by the digest of its code alone.
create function platform.invitation_of(code_digest bytea)
  returns table (tenant_id uuid, kind text, tenant_name text, invitation_id uuid, email text, role text, mailed boolean, invited_by uuid,
    expires timestamptz, accepted timestamptz, revoked timestamptz)
  language sql stable security definer
  set search_path = ''
  begin atomic
    select t.tenant_id, t.kind, t.name, i.invitation_id, i.email, i.role, i.mailed, i.invited_by, i.expires, i.accepted, i.revoked
    from platform.invitation i
    join platform.tenant t using (tenant_id)
    where i.digest = code_digest;
  end;

-- Whether anybody runs this installation.
create function platform.has_owner() returns boolean
  language sql stable security definer
  set search_path = ''
  begin atomic
    select exists (select from platform.membership where role = 'owner' and ended is null);
  end;

revoke all on function platform.memberships_of(uuid), platform.invitation_of(bytea), platform.has_owner() from public;
grant execute on function platform.memberships_of(uuid), platform.invitation_of(bytea), platform.has_owner() to tenu_app;
