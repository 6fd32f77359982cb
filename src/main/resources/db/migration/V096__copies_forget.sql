-- What is taken back or purged must be nowhere in a copy either: not in what waits, and not in the history of a record that was mirrored.
call purge_covers('mirror_staged', 'record_id');
call purge_covers('mirror_parked', 'record_id');

-- Of mirrored records only: what is our own is purged by record_purge, with a reason of our own.
create procedure mirror_forget(gone uuid[]) language plpgsql security definer
set search_path = public, pg_temp as $$
begin
    perform set_config('bienban.history', 'open', true);
    update record_version v set document = n.document, hash = text_hash(n.document)
    from record_origin g, record r, record_version o, lateral (select record_envelope(r.key, o.version, o.status, r.created_at, o.changed_at) as document) n
    where g.record_id = any (gone) and r.id = g.record_id and o.record_id = r.id and v.record_id = o.record_id and v.version = o.version;
    perform set_config('bienban.history', '', true);
end $$;
