-- Who is purged goes from the earlier versions of the records that named them too. The present ones name them no more: a purge is refused while they do.
-- The versions stay, with a bare id in place of what they showed, and lead to the tombstone that tells the reason.

-- The records that go together: a meeting with what it holds, a person with the ids that were merged into theirs.
create function purge_takes(purged uuid) returns setof uuid language sql stable as $$
    select purged union select meeting_holds(purged) union select id from speaker where merged_into = purged
$$;

-- The other records that have named one of these, in an earlier version. Only meetings and directives show what other records are called.
create function history_naming(gone uuid[]) returns setof uuid language plpgsql stable as $$
declare
    keys constant text[] := array(select key from record where id = any (gone) and kind in ('speaker', 'organization', 'document', 'article'));
begin
    if keys <> '{}' then
        return query select distinct v.record_id from record_version v join record r on r.id = v.record_id
            where r.kind in ('meeting', 'directive') and r.id <> all (gone) and exists (select 1 from unnest(keys) k where strpos(v.document, k) > 0);
    end if;
end $$;

-- Finds names in running text, in any case and not within longer words. Names of a single word are words like others, so that they are left out; null where none is left.
create function names_pattern(names text[]) returns text language sql immutable parallel safe as $$
    select string_agg('(?<!\w)' || regexp_replace(regexp_replace(name collate "und-x-icu", '([^\w\s])', '\\\1', 'g'), '\s+', '\\s+', 'g') || '(?!\w)', '|')
    from unnest(names) as n (name) where name ~ '\S\s+\S'
$$;

-- Whether a part of a document shows one of these: a reference, one who took part, an addressee, a source.
create function json_shows(part json, gone text[]) returns boolean language sql immutable parallel safe as $$
    select coalesce(coalesce(part ->> 'id', part -> 'speaker' ->> 'id', part ->> 'organization', part ->> 'article') = any (gone), false)
$$;

create function text_forget(value text, names text) returns text language sql immutable parallel safe as $$
    select regexp_replace(value collate "und-x-icu", names, '…', 'gi')
$$;

-- Drafts of the machine name people without an id.
create function json_forget(part json, gone text[], names text) returns json language plpgsql immutable parallel safe as $$
begin
    case json_typeof(part)
    when 'object' then
        if json_shows(part, gone) or part -> 'speaker' -> 'id' is null and part -> 'speaker' ->> 'name' ~* ('^(' || names || ')$') then
            return json_strip_nulls(json_build_object(
                'type', case when part ->> 'type' in ('speaker', 'organization') then part -> 'type' end,
                'id', part -> 'id',
                'speaker', case when part -> 'speaker' is not null then json_build_object('id', part -> 'speaker' -> 'id', 'name', case when part -> 'speaker' -> 'id' is null then '…' end) end,
                'name', case when part -> 'organization' is not null then '…' end, 'role', part -> 'role', 'organization', part -> 'organization',
                'roles', part -> 'roles',
                'pointer', part -> 'pointer', 'article', part -> 'article', 'start', part -> 'start', 'end', part -> 'end'));
        elsif part -> 'id' is not null and part -> 'name' is not null then
            -- Somebody else of the same name.
            return part;
        end if;
        return (select coalesce(json_object_agg(m.key, json_forget(m.value, gone, names) order by m.n), '{}') from json_each(part) with ordinality m (key, value, n));
    when 'array' then
        return (select coalesce(json_agg(json_forget(m.value, gone, names) order by m.n), '[]') from json_array_elements(part) with ordinality m (value, n));
    when 'string' then
        return case when names is null then part else to_json(text_forget(part #>> '{}', names)) end;
    else
        return part;
    end case;
end $$;

-- A quote says what the part that it supports said.
create function json_forget_quotes(document json, gone text[]) returns json language sql immutable parallel safe as $$
    select json_object_agg(m.key, case when m.key <> 'evidence' then m.value else (
            select coalesce(json_agg(case when q.shows then json_strip_nulls(json_build_object(
                    'pointer', e.value -> 'pointer', 'article', e.value -> 'article', 'start', e.value -> 'start', 'end', e.value -> 'end'))
                else e.value end order by e.n), '[]')
            from json_array_elements(m.value) with ordinality e (value, n),
                lateral (select string_to_array(substr(e.value ->> 'pointer', 2), '/') as path) p,
                lateral (select coalesce(bool_or(json_shows(document #> p.path[1:k], gone)), false) as shows from generate_series(1, cardinality(p.path)) k) q) end order by m.n)
    from json_each(document) with ordinality m (key, value, n)
$$;

-- Nothing is rewritten but the history, which must be open, and what is kept beside the records: the machine's drafts, readers' corrections, answers for repeated calls.
create procedure history_forget(gone uuid[]) language plpgsql as $$
declare
    ids constant text[] := gone::text[];
    naming constant uuid[] := array(select history_naming(gone));
    around constant uuid[] := naming || array(select meeting_holds(m.id) from record m where m.id = any (naming) and m.kind = 'meeting');
    names text;
begin
    if naming = '{}' then
        return;
    end if;
    names := (select names_pattern(array_agg(distinct n.name)) from (
        select h.document::json ->> 'name' as name from record_history h join record r on r.id = h.id where r.id = any (gone) and r.kind in ('speaker', 'organization')) n);
    update record_version v set document = n.document, hash = text_hash(n.document)
    from record_version o, lateral (select json_strip_nulls(json_forget(json_forget_quotes(o.document::json, ids), ids, names))::text as document) n
    where v.record_id = o.record_id and v.version = o.version and o.record_id = any (around) and o.record_id <> all (gone) and n.document <> o.document;
    if names is not null then
        update extraction_draft d set draft = json_forget(d.draft::json, ids, names)::jsonb, warnings = json_forget(d.warnings::json, ids, names)::jsonb
        where d.meeting_id = any (naming);
        update correction c set text = text_forget(c.text, names), right_value = text_forget(c.right_value, names), source_url = text_forget(c.source_url, names),
            contact = text_forget(c.contact, names), note = text_forget(c.note, names)
        where c.meeting_id = any (naming);
        -- As idempotency_forget() does: who repeats the call is told that its answer is gone.
        update idempotency i set status = 410, etag = null, body = null
        where i.body collate "und-x-icu" ~* names
        and exists (select 1 from unnest(around) as r (id) where strpos(concat_ws(' ', i.path, i.location, i.body), r.id::text) > 0);
    end if;
end $$;

-- As before (V071), with the ids that were merged and the versions of other records.
create or replace procedure record_purge(purged uuid, why text) language plpgsql security definer
set search_path = public, pg_temp as $$
declare
    ids uuid[] := array(select purge_takes(purged));
    people uuid[] := array(select meeting_people(purged));
    cover record;
begin
    delete from extraction_draft where meeting_id = purged or article_id = any (ids);
    delete from meeting where id = purged;
    delete from observation where id = purged;
    delete from article where id = any (ids);
    -- What others refer to cannot go: the reference refuses it.
    delete from speaker where id = any (ids);
    delete from organization where id = purged;
    delete from legal_document where id = purged;
    insert into retraction (record_id, reason, purged)
        select r.id, why, true from record r where r.id = any (ids) and (r.id = purged or r.status <> 'deleted')
    on conflict (record_id) do update set reason = excluded.reason, purged = true;
    perform record_settle();
    perform set_config('bienban.history', 'open', true);
    -- What they were called is read from their own versions, while these still say it.
    call history_forget(ids);
    update record_version v set document = n.document, hash = text_hash(n.document)
    from record r, record_version o, lateral (select record_envelope(r.key, o.version, o.status, r.created_at, o.changed_at) as document) n
    where r.id = any (ids) and o.record_id = r.id and v.record_id = o.record_id and v.version = o.version;
    call speaker_forget_posts(people);
    perform set_config('bienban.history', '', true);
    call idempotency_forget(ids, people);
    for cover in select * from purge_cover loop
        execute format('delete from %s where %I = any ($1)', cover.covered, cover.id_column) using ids;
    end loop;
end $$;

-- As before (V096), with the versions of other records, whoever owns these.
create or replace procedure mirror_forget(gone uuid[]) language plpgsql security definer
set search_path = public, pg_temp as $$
declare
    mirrored constant uuid[] := array(select record_id from record_origin where record_id = any (gone));
begin
    perform set_config('bienban.history', 'open', true);
    call history_forget(mirrored);
    update record_version v set document = n.document, hash = text_hash(n.document)
    from record_origin g, record r, record_version o, lateral (select record_envelope(r.key, o.version, o.status, r.created_at, o.changed_at) as document) n
    where g.record_id = any (gone) and r.id = g.record_id and o.record_id = r.id and v.record_id = o.record_id and v.version = o.version;
    perform set_config('bienban.history', '', true);
end $$;
