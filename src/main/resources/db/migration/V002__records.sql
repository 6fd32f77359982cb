-- One canonical document per record: the bytes that the API answers, made when the record is written and stored with its version, its SHA-256 and its transaction.
-- The relational tables are the truth. Whatever changes them (the API, a bulk load, a repair by SQL) marks the records concerned in record_dirty,
-- and before the transaction commits record_settle() makes their documents again; a document that comes out the same is no change.

create table record (
    id          uuid primary key,
    kind        text not null,
    -- What the API calls the record: the id, or the code where the kind is a code list.
    key         text not null,
    version     integer not null,
    status      text not null,
    place_code  text,
    document    text not null,
    hash        bytea not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    merged_into uuid,
    xact        xid8 not null default pg_current_xact_id(),
    constraint record_kind_known check (kind in ('meeting', 'speaker', 'directive', 'observation', 'organization', 'document', 'place', 'indicator', 'article')),
    constraint record_status_known check (status in ('draft', 'published', 'retracted', 'deleted', 'merged')),
    constraint record_version_counts_from_one check (version >= 1)
);
create unique index record_one_key_per_kind on record (kind, key);
create index record_by_update on record (kind, updated_at, id);

-- Every earlier state of a record.
create table record_version (
    record_id  uuid not null references record,
    version    integer not null,
    status     text not null,
    document   text not null,
    hash       bytea not null,
    changed_at timestamptz not null,
    primary key (record_id, version)
);

-- What happened, one row per new version. Readers page by (xact, seq) and stop below the oldest running transaction:
-- sequence numbers alone are handed out in another order than transactions commit.
create table record_change (
    seq         bigint generated always as identity primary key,
    xact        xid8 not null default pg_current_xact_id(),
    kind        text not null,
    record_id   uuid not null,
    key         text not null,
    version     integer not null,
    action      text not null,
    merged_into uuid,
    place_code  text,
    changed_at  timestamptz not null,
    constraint record_change_action_known check (action in ('created', 'updated', 'deleted', 'retracted', 'merged'))
);
create index record_change_in_order on record_change (xact, seq);
create index record_change_of_record on record_change (record_id, version);

create function record_log() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        insert into record_version (record_id, version, status, document, hash, changed_at)
        values (old.id, old.version, old.status, old.document, old.hash, old.updated_at);
    end if;
    insert into record_change (kind, record_id, key, version, action, merged_into, place_code, changed_at)
    values (new.kind, new.id, new.key, new.version,
        case when new.status in ('deleted', 'retracted', 'merged') then new.status when tg_op = 'INSERT' then 'created' else 'updated' end,
        new.merged_into, new.place_code, new.updated_at);
    return null;
end $$;
create trigger record_logs_insert after insert on record for each row execute function record_log();
create trigger record_logs_update after update on record for each row when (old.version <> new.version) execute function record_log();

-- Nothing may rewrite a version in place.
create function record_guard() returns trigger language plpgsql as $$
begin
    if new.document <> old.document and new.version <= old.version then
        raise exception 'record % must get a higher version with its new document', old.id using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger record_grows before update on record for each row execute function record_guard();

-- The records whose rows this transaction has changed. Unlogged: a crash ends the transaction that would have needed them.
create unlogged table record_dirty (
    xact xid8 not null default pg_current_xact_id(),
    id   uuid not null,
    primary key (xact, id)
);

-- record_touch('meeting_id') marks the records that the changed rows belong to; tables that have a code as their key give the id of their record.
create function record_touch() returns trigger language plpgsql as $$
begin
    if tg_op in ('INSERT', 'UPDATE') then
        execute format('insert into record_dirty (id) select distinct %1$I from new_rows where %1$I is not null on conflict do nothing', tg_argv[0]);
    end if;
    if tg_op in ('DELETE', 'UPDATE') then
        execute format('insert into record_dirty (id) select distinct %1$I from old_rows where %1$I is not null on conflict do nothing', tg_argv[0]);
    end if;
    return null;
end $$;

create procedure record_tracks(tracked regclass, id_column text) language plpgsql as $$
begin
    execute format('create trigger %I after insert on %s referencing new table as new_rows for each statement execute function record_touch(%L)', 'touch_' || id_column || '_insert', tracked, id_column);
    execute format('create trigger %I after update on %s referencing old table as old_rows new table as new_rows for each statement execute function record_touch(%L)', 'touch_' || id_column || '_update', tracked, id_column);
    execute format('create trigger %I after delete on %s referencing old table as old_rows for each statement execute function record_touch(%L)', 'touch_' || id_column || '_delete', tracked, id_column);
end $$;

-- The document is the envelope, then the body as the kind's view renders it.
create function record_render(key text, version integer, status text, created_at timestamptz, updated_at timestamptz, body text)
returns text language sql immutable parallel safe as $$
    select '{"id":"' || key || '","version":' || version || ',"status":"' || status || '","createdAt":"' || instant_text(created_at)
        || '","updatedAt":"' || instant_text(updated_at) || '"' || case when body is null or body = '{}' then '}' else ',' || substr(body, 2) end
$$;
