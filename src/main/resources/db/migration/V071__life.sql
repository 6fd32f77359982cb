-- Records are taken back for a reason, and can be purged: then their words are nowhere any more, and a tombstone with the reason is all that stays.

-- Why a record is not to be seen any more; for a part of a meeting that of the meeting.
create function retraction_reason(of_record uuid) returns text language sql stable parallel safe as $$
    select coalesce(
        (select reason from retraction where record_id = of_record),
        (select x.reason from retraction x join directive d on d.meeting_id = x.record_id where d.id = of_record),
        (select x.reason from retraction x join observation o on o.meeting_id = x.record_id where o.id = of_record))
$$;

-- Tables that keep copies of what records say, each with the column that names the record: their rows go when the record is purged.
create table purge_cover (
    covered   text not null,
    id_column text not null,
    primary key (covered, id_column)
);
create procedure purge_covers(covered regclass, id_column text) language sql as $$
    insert into purge_cover values (covered::text, id_column)
$$;

-- A document of which only the envelope is left.
create function record_envelope(key text, version integer, status text, created_at timestamptz, changed_at timestamptz)
returns text language sql immutable parallel safe as $$
    select '{"id":"' || key || '","version":' || version || ',"status":"' || status || '","createdAt":"' || instant_text(created_at)
        || '","updatedAt":"' || instant_text(changed_at) || '"}'
$$;

-- A person's document names the posts that were stated at meetings. Those that no meeting states any more go from the earlier versions too.
create procedure speaker_forget_posts(people uuid[]) language sql as $$
    update record_version v set document = n.document, hash = text_hash(n.document)
    from record_version o
    join record r on r.id = o.record_id
    join record s on s.id = coalesce(r.merged_into, r.id)
    cross join lateral (
        select json_strip_nulls(json_object_agg(m.key, case when m.key <> 'posts' then m.value else (
                select coalesce(json_agg(p.value order by p.n), '[]') from json_array_elements(m.value) with ordinality p (value, n)
                where name_key(p.value ->> 'post') in (select name_key(c ->> 'post') from json_array_elements(s.document::json -> 'posts') c)) end order by m.n))::text as document
        from json_each(o.document::json) with ordinality m (key, value, n)) n
    where v.record_id = o.record_id and v.version = o.version and o.record_id = any (people) and n.document <> o.document
$$;

-- The records whose words a meeting holds, in any of its versions: its directives and figures, and its articles unless another meeting cites them.
create function meeting_holds(of_meeting uuid) returns setof uuid language sql stable as $$
    with version as materialized (
        select h.document::json as meeting from record_history h where h.id = of_meeting),
    named (id) as (
        select (p ->> 'id')::uuid from version v, json_array_elements(v.meeting -> 'directives') p
        union select (p ->> 'id')::uuid from version v, json_array_elements(v.meeting -> 'observations') p
        union select a.id from (
            select (p ->> 'article')::uuid as id from version v, json_array_elements(v.meeting -> 'sources') p
            union select (p ->> 'article')::uuid from version v, json_array_elements(v.meeting -> 'evidence') p) a
            where not exists (select 1 from source s where s.article_id = a.id and s.meeting_id <> of_meeting)
        union select id from directive where meeting_id = of_meeting
        union select id from observation where meeting_id = of_meeting)
    select id from named where id is not null
$$;
create function meeting_people(of_meeting uuid) returns setof uuid language sql stable as $$
    with version as materialized (
        select h.document::json as meeting from record_history h where h.id = of_meeting)
    select (p -> 'speaker' ->> 'id')::uuid from version v, json_array_elements(v.meeting -> 'participations') p where p -> 'speaker' is not null
    union select (p -> 'issuer' ->> 'id')::uuid from version v, json_array_elements(v.meeting -> 'directives') p where p -> 'issuer' ->> 'type' = 'speaker'
$$;

-- The answers that are kept for repeated calls. Who repeats one is told that the record is gone.
create procedure idempotency_forget(ids uuid[], people uuid[]) language sql as $$
    update idempotency i set status = 410, etag = null, body = null
    where exists (select 1 from unnest(ids) as gone (id) where strpos(concat_ws(' ', i.path, i.location, i.body), gone.id::text) > 0)
    or i.path like '/v1/speakers%' and exists (select 1 from unnest(people) as p (id) where strpos(concat_ws(' ', i.path, i.location, i.body), p.id::text) > 0)
$$;

-- The one way by which words leave the history. Its rows go, its documents become tombstones now and in every earlier version.
create procedure record_purge(purged uuid, why text) language plpgsql security definer
set search_path = public, pg_temp as $$
declare
    ids uuid[] := array[purged] || array(select meeting_holds(purged));
    people uuid[] := array(select meeting_people(purged));
    cover record;
begin
    delete from extraction_draft where meeting_id = purged or article_id = any (ids);
    delete from meeting where id = purged;
    delete from observation where id = purged;
    delete from article where id = any (ids);
    -- What others refer to cannot go: the reference refuses it.
    delete from speaker where id = purged;
    delete from organization where id = purged;
    delete from legal_document where id = purged;
    insert into retraction (record_id, reason, purged)
        select r.id, why, true from record r where r.id = any (ids) and (r.id = purged or r.status <> 'deleted')
    on conflict (record_id) do update set reason = excluded.reason, purged = true;
    perform record_settle();
    perform set_config('bienban.history', 'open', true);
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
