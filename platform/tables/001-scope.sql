-- Who may see what: every tenant table is read through the scope that the transaction began with.

revoke all on schema public from public;
grant usage on schema platform to tenu_app, tenu_tasks;
grant select on platform.migration to tenu_app;

-- The tenants of this transaction; none where it named none.
create function platform.scope() returns uuid[]
  language sql stable parallel safe
  return nullif(current_setting('tenu.scope', true), '')::uuid[];

revoke all on function platform.scope() from public;
grant execute on function platform.scope() to tenu_app;

-- Puts a tenant table under row security. The wrapped call is worked out once a statement, not once a row.
create procedure platform.protect(tenant_table regclass)
  language plpgsql
  as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format(
    'create policy scope on %s to tenu_app using (tenant_id = any ((select platform.scope())::uuid[])) with check (tenant_id = any ((select platform.scope())::uuid[]))',
    tenant_table
  );
end
$$;

-- The same, for tables that the owner's own functions must read before there is a scope (who is this key?).
create procedure platform.protect_directory(tenant_table regclass)
  language plpgsql
  as $$
begin
  call platform.protect(tenant_table);
  execute format('create policy directory on %s for select to tenu_owner using (true)', tenant_table);
end
$$;

revoke all on procedure platform.protect(regclass), platform.protect_directory(regclass) from public;
