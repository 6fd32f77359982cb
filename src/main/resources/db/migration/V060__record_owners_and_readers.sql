-- Who wrote a version, who may learn of it, and where a record comes from that is not our own.

-- This database's identity, for those who follow it and to tell our own records when they come back.
create table instance (
    id      uuid primary key default gen_random_uuid(),
    made_at timestamptz not null default now(),
    single  boolean not null default true,
    constraint instance_is_one unique (single),
    constraint instance_single_true check (single)
);
insert into instance default values;

-- A record that another instance owns, and the version it had there. It is read here and changed there.
create table record_origin (
    record_id uuid primary key,
    instance  uuid not null,
    version   integer not null
);

-- Why a record was taken back; where it is purged, only the envelope of its document is left, with this reason.
create table retraction (
    record_id uuid primary key,
    reason    text not null,
    purged    boolean not null default false,
    constraint retraction_reason_stated check (reason <> '')
);

alter table record
    add column actor           text,
    add column origin_instance uuid,
    -- From then on its changes concern everybody, also that it is gone.
    add column published_once  boolean not null default false;
alter table record_version
    add column actor      text,
    add column place_code text;
alter table record_change
    add column status              text,
    add column previous_place_code text,
    add column is_public           boolean not null default true,
    add column actor               text,
    add column origin_instance     uuid;

update record r set published_once = true
where status in ('published', 'merged') or exists (select 1 from record_version v where v.record_id = r.id and v.status = 'published');
update record_version v set place_code = r.place_code from record r where r.id = v.record_id;
update record_change c set
    status = coalesce((select v.status from record_version v where v.record_id = c.record_id and v.version = c.version), (select r.status from record r where r.id = c.record_id), 'deleted'),
    is_public = coalesce((select r.published_once from record r where r.id = c.record_id), true);
alter table record_change alter column status set not null, alter column is_public drop default;

-- What the transaction's caller is called, as whoever opened it has set it.
create function record_actor() returns text language sql stable parallel safe as $$
    select nullif(current_setting('bienban.actor', true), '')
$$;

-- One statement's changes at once. They are ordered by (xact, seq), and a record's later change never sorts before its earlier one,
-- also when the transaction that makes it began first: record_settle sees to that. What was never published concerns only those who see drafts; what is published for the
-- first time, or again, is new to all others, and what goes back to a draft is gone for them.
create or replace function record_log() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into record_change (kind, record_id, key, version, action, status, merged_into, place_code, is_public, actor, origin_instance, changed_at, xact)
        select n.kind, n.id, n.key, n.version, case when n.status in ('deleted', 'retracted', 'merged') then n.status else 'created' end,
            n.status, n.merged_into, n.place_code, n.published_once, n.actor, n.origin_instance, n.updated_at, n.xact
        from new_rows n order by n.id;
    else
        insert into record_version (record_id, version, status, place_code, document, hash, changed_at, actor)
        select o.id, o.version, o.status, o.place_code, o.document, o.hash, o.updated_at, o.actor
        from old_rows o join new_rows n on n.id = o.id where n.version <> o.version;
        insert into record_change (kind, record_id, key, version, action, status, merged_into, place_code, previous_place_code, is_public, actor, origin_instance, changed_at, xact)
        select n.kind, n.id, n.key, n.version,
            case when n.status in ('deleted', 'retracted', 'merged') then n.status
                when n.status = 'published' and o.status <> 'published' then 'created'
                when n.status = 'draft' and o.status = 'published' then 'retracted'
                else 'updated' end,
            n.status, n.merged_into, n.place_code, nullif(o.place_code, n.place_code),
            n.published_once and not (n.status = 'draft' and o.status <> 'published'),
            n.actor, n.origin_instance, n.updated_at, n.xact
        from old_rows o join new_rows n on n.id = o.id where n.version <> o.version order by n.id;
    end if;
    return null;
end $$;
drop trigger record_logs_insert on record;
drop trigger record_logs_update on record;
create trigger record_logs_insert after insert on record referencing new table as new_rows for each statement execute function record_log();
create trigger record_logs_update after update on record referencing old table as old_rows new table as new_rows for each statement execute function record_log();

-- The document with what stands between the envelope and the body. Casts and a wrapper keep it free of functions that only
-- claim to be stable, so that it is inlined.
create function json_text(value text) returns text language sql immutable strict parallel safe as $$
    select to_json(value)::text
$$;
create function record_render(key text, version integer, status text, created_at timestamptz, updated_at timestamptz, origin record_origin, taken_back retraction, body text)
returns text language sql immutable parallel safe as $$
    select '{"id":"' || key || '","version":' || version::text || ',"status":"' || status || '","createdAt":"' || instant_text(created_at)
        || '","updatedAt":"' || instant_text(updated_at) || '"'
        || case when (origin).record_id is null then '' else ',"origin":{"instance":"' || (origin).instance::text || '","version":' || (origin).version::text || '}' end
        || case when (taken_back).record_id is null then '' else ',"retraction":{"reason":' || json_text((taken_back).reason) || '}' end
        || case when body is null or body = '{}' or (taken_back).purged then '}' else ',' || substr(body, 2) end
$$;
-- What is left of a record without rows.
create function record_status_now(stated text, taken_back retraction) returns text language sql immutable parallel safe as $$
    select case when (taken_back).purged then 'retracted' else coalesce(stated, 'deleted') end
$$;
-- What records' documents must be by their rows: for checks.
create view record_expected as
select r.id, r.kind, r.key, record_render(r.key, r.version, record_status_now(b.status, k), r.created_at, r.updated_at, g, k, b.body) as document
from record r left join record_body b on b.id = r.id and b.kind = r.kind
    left join record_origin g on g.record_id = r.id left join retraction k on k.record_id = r.id;
drop function record_render(text, integer, text, timestamptz, timestamptz, text);

create or replace function record_settle() returns void language plpgsql as $$
declare
    touched uuid[];
begin
    loop
        with taken as (delete from record_dirty where xact = pg_current_xact_id() returning id)
        select array_agg(id order by id) into touched from taken;
        exit when touched is null;
        call observation_check(touched);
        -- Two transactions that concern one record take turns; the later one renders what the earlier one left.
        perform 1 from record where id = any (touched) order by id for update;
        update record r set version = r.version + 1, status = n.status, place_code = n.place_code, merged_into = n.merged_into, updated_at = n.moment,
            document = n.document, hash = text_hash(n.document), xact = greatest(pg_current_xact_id(), r.xact), actor = record_actor(),
            origin_instance = n.origin_instance, published_once = r.published_once or n.status = 'published'
        from (
            select o.id, s.status, coalesce(b.place_code, o.place_code) as place_code, b.merged_into, t.moment, g.instance as origin_instance,
                record_render(o.key, o.version + 1, s.status, o.created_at, t.moment, g, k, b.body) as document
            from record o left join record_body b on b.id = o.id and b.kind = o.kind
                left join record_origin g on g.record_id = o.id left join retraction k on k.record_id = o.id,
                lateral (select record_status_now(b.status, k) as status) s,
                lateral (select greatest(date_trunc('milliseconds', now()), o.updated_at) as moment) t
            where o.id = any (touched)
            and o.document <> record_render(o.key, o.version, s.status, o.created_at, o.updated_at, g, k, b.body)) n
        where r.id = n.id;
        -- An id belongs to one record of one kind for ever: rows of another kind under the same id are refused (record_pkey).
        insert into record (id, kind, key, version, status, place_code, document, hash, created_at, updated_at, merged_into, actor, origin_instance, published_once)
        select b.id, b.kind, b.key, 1, s.status, b.place_code, d.document, text_hash(d.document), t.moment, t.moment, b.merged_into, record_actor(), g.instance, s.status = 'published'
        from record_body b left join record_origin g on g.record_id = b.id left join retraction k on k.record_id = b.id,
            lateral (select record_status_now(b.status, k) as status) s,
            lateral (select date_trunc('milliseconds', now()) as moment) t,
            lateral (select record_render(b.key, 1, s.status, t.moment, t.moment, g, k, b.body) as document) d
        where b.id = any (touched) and not exists (select 1 from record r where r.id = b.id and r.kind = b.kind);
    end loop;
    delete from record_settling where xact = pg_current_xact_id();
end $$;

-- A transaction settles once, before its commit, however many records it has touched.
create unlogged table record_settling (xact xid8 primary key default pg_current_xact_id());
create function record_must_settle() returns trigger language plpgsql as $$
begin
    insert into record_settling default values on conflict do nothing;
    return null;
end $$;
drop trigger record_settles_before_commit on record_dirty;
create trigger record_dirty_must_settle after insert on record_dirty for each statement execute function record_must_settle();
create constraint trigger record_settles_before_commit after insert on record_settling deferrable initially deferred for each row execute function record_settles();

call record_tracks('record_origin', 'record_id');
call record_tracks('retraction', 'record_id');
