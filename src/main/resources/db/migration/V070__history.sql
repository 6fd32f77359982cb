-- Every version of a record, the one that holds now among them.
create view record_history as
select r.id, r.version, r.status, r.place_code, r.actor, r.document, r.hash, r.updated_at as changed_at from record r
union all
select v.record_id, v.version, v.status, v.place_code, v.actor, v.document, v.hash, v.changed_at from record_version v;

-- What has happened stays. The trigger binds the owner of the tables too; a role that is not the owner has no right to change them in the first place.
-- The few functions that may change it open the history for as long as they run, and are the owner's (security definer).
create function history_is_kept() returns trigger language plpgsql as $$
begin
    if current_setting('bienban.history', true) is distinct from 'open' then
        raise exception '% on % is refused: the history is only added to', tg_op, tg_table_name using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;
create trigger record_version_is_kept before update or delete or truncate on record_version for each statement execute function history_is_kept();
create trigger record_change_is_kept before update or delete or truncate on record_change for each statement execute function history_is_kept();
-- An id belongs to one record for ever.
create trigger record_is_kept before delete or truncate on record for each statement execute function history_is_kept();

-- Old entries of the feed are let go in the order in which they are read, so that what is left has no gap, and none that is younger than 90 days.
create function record_change_prune(before xid8, most integer) returns bigint language plpgsql security definer
set search_path = public, pg_temp as $$
declare
    young xid8;
    gone bigint;
begin
    perform set_config('bienban.history', 'open', true);
    select c.xact into young from record_change c where c.changed_at >= now() - interval '90 days' order by c.xact, c.seq limit 1;
    delete from record_change where seq in (
        select c.seq from record_change c where c.xact < before and (young is null or c.xact < young) order by c.xact, c.seq limit most);
    get diagnostics gone = row_count;
    perform set_config('bienban.history', '', true);
    return gone;
end $$;
