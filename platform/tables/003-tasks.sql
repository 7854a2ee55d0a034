-- Work for later, enqueued in the transaction that wants it. The queue's own tables belong to tenu_tasks (platform/tasks/prepare.ts), and the
-- application neither reads nor writes them: it may only add. A task about a tenant must be about one in scope.
create function platform.add_task(name text, payload jsonb, run_at timestamptz default null, key text default null, tries int default null)
  returns void
  language plpgsql security definer
  set search_path = ''
  as $$
begin
  if payload ? 'tenant' and not coalesce((payload ->> 'tenant')::uuid = any (platform.scope()), false) then
    raise exception 'task % is about tenant %, which is not in scope', name, payload ->> 'tenant' using errcode = '42501';
  end if;
  perform graphile_worker.enqueue(name, payload::json, run_at, key, tries);
end
$$;

revoke all on function platform.add_task(text, jsonb, timestamptz, text, int) from public;
grant execute on function platform.add_task(text, jsonb, timestamptz, text, int) to tenu_app;
