-- The feed: the changes in the order (xact, seq), from where it still is whole up to the oldest running transaction.

-- Which database this is. A copy restored from a dump lies in another cluster or under another oid, and whoever held a place in the feed of the first
-- must not go on in the second. On servers that keep their identifier secret the oid and the instance decide alone.
create function feed_home() returns text language plpgsql stable as $$
declare
    cluster text := '';
begin
    if has_function_privilege('pg_control_system()', 'execute') then
        select system_identifier::text into cluster from pg_control_system();
    end if;
    return concat_ws('/', (select id from instance), cluster, (select oid from pg_database where datname = current_database()));
end $$;

-- Where the feed begins: behind the last change that the retention has taken away, or before all. And where it was written, to notice a restore.
create table feed_beginning (
    only_one   boolean primary key default true,
    home       text not null,
    xact       xid8 not null,
    seq        bigint not null,
    record_id  uuid,
    version    integer,
    changed_at timestamptz,
    constraint feed_beginning_is_one check (only_one),
    constraint feed_beginning_is_a_change check (seq = 0 or num_nulls(record_id, version, changed_at) = 0)
);
insert into feed_beginning (home, xact, seq) values (feed_home(), '0', 0);

-- After a restore from a dump the transaction numbers of the changes are those of another cluster, and may lie ahead of this one's. All of them are
-- over, so that they get one number below any that is given out; within it their sequence keeps the versions of each record in order.
create procedure feed_move_in() language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform 1 from feed_beginning for update;
    if exists (select 1 from feed_beginning where home = feed_home()) then
        return;
    end if;
    perform set_config('bienban.history', 'open', true);
    update record_change set xact = '3' where xact <> '3';
    perform set_config('bienban.history', '', true);
    update record set xact = '3' where xact <> '3';
    update feed_beginning set home = feed_home(), xact = case when seq = 0 then '0' else '3' end::xid8;
end $$;

-- Takes the oldest changes away, at most so many, as long as each is older than what is kept; how many were taken. One at a time does it.
create function feed_prune(kept interval, most integer) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
    last  record_change;
    taken integer;
begin
    perform 1 from feed_beginning for update skip locked;
    if not found then
        return 0;
    end if;
    select (c).* into last from (
        select c, bool_and(changed_at < now() - greatest(kept, interval '90 days')) over (order by xact, seq) as old
        from (select * from record_change where xact < pg_snapshot_xmin(pg_current_snapshot()) order by xact, seq limit most) c) o
    where old order by (c).xact desc, (c).seq desc limit 1;
    if last.seq is null then
        return 0;
    end if;
    update feed_beginning set xact = last.xact, seq = last.seq, record_id = last.record_id, version = last.version, changed_at = last.changed_at;
    perform set_config('bienban.history', 'open', true);
    delete from record_change where (xact, seq) <= (last.xact, last.seq);
    get diagnostics taken = row_count;
    perform set_config('bienban.history', '', true);
    return taken;
end $$;
