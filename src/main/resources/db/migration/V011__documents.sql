-- How each kind of record is rendered. Members come in a fixed order, absent ones are left out, numbers without trailing zeros.

create view place_body as
select p.record_id as id, 'place' as kind, p.code as key, 'published' as status, p.code as place_code, null::uuid as merged_into,
    json_strip_nulls(json_build_object(
        'code', p.code, 'name', p.name, 'level', p.level,
        'parent', (select json_build_object('code', u.code, 'name', u.name, 'level', u.level) from place u where u.code = p.parent_code),
        'validFrom', p.valid_from, 'validTo', p.valid_to,
        'predecessors', (select coalesce(json_agg(json_build_object('code', s.code, 'name', s.name, 'effectiveOn', e.effective_on) order by s.code), '[]')
            from place_succession e join place s on s.code = e.predecessor_code where e.successor_code = p.code),
        'successors', (select coalesce(json_agg(json_build_object('code', s.code, 'name', s.name, 'effectiveOn', e.effective_on) order by s.code), '[]')
            from place_succession e join place s on s.code = e.successor_code where e.predecessor_code = p.code)))::text as body
from place p;

create view organization_body as
select o.id, 'organization' as kind, o.id::text as key, o.status, o.place_code, null::uuid as merged_into,
    json_strip_nulls(json_build_object(
        'name', o.name, 'kind', o.kind,
        'place', (select json_build_object('code', p.code, 'name', p.name, 'level', p.level) from place p where p.code = o.place_code)))::text as body
from organization o;

create view legal_document_body as
select d.id, 'document' as kind, d.id::text as key, d.status, null::text as place_code, null::uuid as merged_into,
    json_strip_nulls(json_build_object('type', d.type, 'number', d.number, 'title', d.title, 'issuer', d.issuer, 'issuedOn', d.issued_on))::text as body
from legal_document d;

create view article_body as
select a.id, 'article' as kind, a.id::text as key, a.status, null::text as place_code, null::uuid as merged_into,
    json_strip_nulls(json_build_object('title', a.title, 'url', a.url, 'publisher', a.publisher, 'authors', a.authors, 'publishedAt', a.published_at,
        'textHash', encode(a.text_hash, 'hex'), 'text', a.text))::text as body
from article a;

create view indicator_body as
select i.record_id as id, 'indicator' as kind, i.code as key, 'published' as status, null::text as place_code, null::uuid as merged_into,
    json_strip_nulls(json_build_object('code', i.code, 'labels', json_build_object('vi', i.label_vi, 'en', i.label_en), 'unit', i.unit, 'topic', i.topic,
        'aggregation', i.aggregation, 'parent', i.parent_code, 'direction', i.direction))::text as body
from indicator i;

-- Posts belong to a day: the timeline is read from published meetings.
create view speaker_body as
select s.id, 'speaker' as kind, s.id::text as key, case when s.merged_into is null then s.status else 'merged' end as status, s.place_code, s.merged_into,
    json_strip_nulls(json_build_object(
        'name', s.name,
        'place', (select json_build_object('code', p.code, 'name', p.name, 'level', p.level) from place p where p.code = s.place_code),
        'mergedInto', s.merged_into,
        'posts', case when s.merged_into is null then (select coalesce(json_agg(json_build_object('post', t.post, 'from', t.first_on, 'to', t.last_on, 'meetings', t.meetings) order by t.first_on, t.post), '[]')
            from (select min(post) as post, min(m.held_on) as first_on, max(m.held_on) as last_on, count(distinct m.id) as meetings
                from participation a join meeting m on m.id = a.meeting_id and m.status = 'published', unnest(a.posts) as post
                where a.speaker_id = s.id group by name_key(post)) t) end))::text as body
from speaker s;

create view observation_part as
select o.id, o.meeting_id, o.position, o.place_code, o.status,
    json_build_object('code', p.code, 'name', p.name, 'level', p.level) as place,
    json_strip_nulls(json_build_object(
        'indicator', o.indicator_code, 'label', o.label, 'parent', o.parent_id,
        'value', trim_scale(o.value), 'rangeTo', trim_scale(o.range_to), 'unit', o.unit, 'unitMultiplier', o.unit_multiplier, 'normalizedValue', o.normalized_value,
        'unitLabel', o.unit_label, 'comparator', o.comparator, 'estimated', o.estimated, 'kind', o.kind, 'period', o.period,
        'planShare', trim_scale(o.plan_share), 'yearOnYear', trim_scale(o.year_on_year), 'yearOnYearAbsolute', trim_scale(o.year_on_year_absolute),
        'yearOnYearFactor', trim_scale(o.year_on_year_factor), 'whole', trim_scale(o.whole), 'share', trim_scale(o.share),
        'flags', o.flags, 'raw', o.raw,
        'source', case when num_nonnulls(o.source_title, o.source_url) > 0 then json_build_object('title', o.source_title, 'url', o.source_url) end))::text as part
from observation o join place p on p.code = o.place_code;

create view observation_body as
select o.id, 'observation' as kind, o.id::text as key, o.status, o.place_code, null::uuid as merged_into,
    json_strip_nulls(('{' || case when m.id is not null then '"meeting":' || json_build_object('id', m.id, 'title', m.title, 'heldOn', m.held_on) || ',' else '' end
        || '"place":' || o.place || ',' || substr(o.part, 2))::json)::text as body
from observation_part o left join meeting m on m.id = o.meeting_id;

create view directive_part as
select d.id, d.meeting_id, d.ordinal, d.status, d.place_code,
    json_strip_nulls(json_build_object(
        'ordinal', d.ordinal, 'text', d.text,
        'issuer', case when d.issuer_speaker_id is not null then (select json_build_object('type', 'speaker', 'id', s.id, 'name', s.name) from speaker s where s.id = d.issuer_speaker_id)
            when d.issuer_organization_id is not null then (select json_build_object('type', 'organization', 'id', o.id, 'name', o.name) from organization o where o.id = d.issuer_organization_id) end,
        'addressees', (select coalesce(json_agg(json_build_object('name', a.name, 'role', a.role, 'organization', a.organization_id) order by a.position), '[]')
            from directive_addressee a where a.directive_id = d.id),
        'legalBasis', (select coalesce(json_agg(json_build_object('id', l.id, 'type', l.type, 'number', l.number, 'issuer', l.issuer, 'text', b.text) order by b.position), '[]')
            from directive_basis b left join legal_document l on l.id = b.document_id where b.directive_id = d.id),
        'dueOn', d.due_on, 'dueText', d.due_text, 'topics', d.topics))::text as part
from directive d;

create view directive_body as
select d.id, 'directive' as kind, d.id::text as key, d.status, d.place_code, null::uuid as merged_into,
    json_strip_nulls(('{"meeting":' || json_build_object('id', m.id, 'title', m.title, 'heldOn', m.held_on)
        || ',"place":' || json_build_object('code', p.code, 'name', p.name, 'level', p.level) || ',' || substr(d.part, 2, length(d.part) - 2)
        || ',"updates":' || (select coalesce(json_agg(json_build_object('id', r.id, 'state', r.state, 'text', r.text, 'reporter', r.reporter, 'reportedOn', r.reported_on, 'attachment', r.attachment)
            order by r.reported_on, r.id), '[]') from directive_progress r where r.directive_id = d.id) || '}')::json)::text as body
from directive_part d join meeting m on m.id = d.meeting_id join place p on p.code = d.place_code;

create view meeting_body as
select m.id, 'meeting' as kind, m.id::text as key, m.status, m.place_code, null::uuid as merged_into,
    json_strip_nulls(json_build_object(
        'title', m.title, 'kind', m.kind, 'extended', m.extended, 'ordinal', m.ordinal,
        'term', case when num_nonnulls(m.term_number, m.term_years) > 0 then json_build_object('number', m.term_number, 'years', m.term_years) end,
        'heldOn', m.held_on, 'dayPart', m.day_part, 'mode', m.mode, 'onlineLinks', nullif(m.online_links, '{}'),
        'host', (select json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) from organization o where o.id = m.host_id),
        'place', json_build_object('code', p.code, 'name', p.name, 'level', p.level),
        'counterparts', (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) order by c.position), '[]')
            from meeting_counterpart c join organization o on o.id = c.organization_id where c.meeting_id = m.id),
        'reviewPeriod', m.review_period,
        'participations', (select coalesce(json_agg(json_build_object(
                'speaker', case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end, 'group', a.group_name, 'roles', a.roles, 'posts', a.posts) order by a.position), '[]')
            from participation a left join speaker s on s.id = a.speaker_id where a.meeting_id = m.id),
        'observations', (select coalesce(json_agg(('{"id":"' || o.id || '",' || case when o.place_code <> m.place_code then '"place":' || o.place || ',' else '' end || substr(o.part, 2))::json
            order by o.position, o.id), '[]') from observation_part o where o.meeting_id = m.id),
        'findings', (select coalesce(json_agg(json_build_object('kind', f.kind, 'text', f.text, 'topics', f.topics) order by f.position), '[]') from finding f where f.meeting_id = m.id),
        'decisions', (select coalesce(json_agg(json_build_object('text', d.text, 'outcome', d.outcome,
                'composition', (select coalesce(json_agg(json_build_object('bloc', b.bloc, 'seats', b.seats) order by b.position), '[]')
                    from decision_seat b where b.meeting_id = d.meeting_id and b.decision_position = d.position)) order by d.position), '[]')
            from decision d where d.meeting_id = m.id),
        'directives', (select coalesce(json_agg(('{"id":"' || d.id || '",' || substr(d.part, 2))::json order by d.ordinal), '[]') from directive_part d where d.meeting_id = m.id),
        'proposals', (select coalesce(json_agg(json_build_object('text', r.text, 'proposer', r.proposer, 'answer', r.answer, 'answeredBy', r.answered_by, 'topics', r.topics)
            order by r.position), '[]') from proposal r where r.meeting_id = m.id),
        'documents', (select coalesce(json_agg(json_build_object('id', l.id, 'type', l.type, 'number', l.number, 'title', l.title, 'issuer', l.issuer, 'issuedOn', l.issued_on, 'label', c.label)
            order by c.position), '[]') from citation c join legal_document l on l.id = c.document_id where c.meeting_id = m.id),
        'media', (select coalesce(json_agg(json_build_object('kind', x.kind, 'caption', x.caption, 'url', x.url) order by x.position), '[]') from media x where x.meeting_id = m.id),
        'sources', (select coalesce(json_agg(json_build_object('article', a.id, 'title', a.title, 'url', a.url, 'publisher', a.publisher, 'authors', a.authors, 'publishedAt', a.published_at)
            order by c.position), '[]') from source c join article a on a.id = c.article_id where c.meeting_id = m.id),
        'evidence', (select coalesce(json_agg(json_build_object('pointer', e.pointer, 'article', e.article_id, 'start', e.start_offset, 'end', e.end_offset, 'quote', e.quote,
            'confidence', trim_scale(e.confidence)) order by e.position), '[]') from evidence e where e.meeting_id = m.id)))::text as body
from meeting m join place p on p.code = m.place_code;

create view record_body as
select * from meeting_body union all select * from speaker_body union all select * from directive_body union all select * from observation_body union all
select * from organization_body union all select * from legal_document_body union all select * from place_body union all select * from indicator_body union all select * from article_body;

-- Makes the documents of all records that this transaction has touched. Checks may touch further records; it ends when none is left.
create function record_settle() returns void language plpgsql as $$
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
            document = n.document, hash = text_hash(n.document), xact = pg_current_xact_id()
        from (
            select o.id, coalesce(b.status, 'deleted') as status, coalesce(b.place_code, o.place_code) as place_code, b.merged_into, t.moment,
                record_render(o.key, o.version + 1, coalesce(b.status, 'deleted'), o.created_at, t.moment, b.body) as document
            from record o left join record_body b on b.id = o.id,
                lateral (select greatest(date_trunc('milliseconds', now()), o.updated_at) as moment) t
            where o.id = any (touched)
            and o.document <> record_render(o.key, o.version, coalesce(b.status, 'deleted'), o.created_at, o.updated_at, b.body)) n
        where r.id = n.id;
        insert into record (id, kind, key, version, status, place_code, document, hash, created_at, updated_at, merged_into)
        select b.id, b.kind, b.key, 1, b.status, b.place_code, d.document, text_hash(d.document), t.moment, t.moment, b.merged_into
        from record_body b, lateral (select date_trunc('milliseconds', now()) as moment) t,
            lateral (select record_render(b.key, 1, b.status, t.moment, t.moment, b.body) as document) d
        where b.id = any (touched) and not exists (select 1 from record r where r.id = b.id);
    end loop;
end $$;

create function record_settles() returns trigger language plpgsql as $$
begin
    perform record_settle();
    return null;
end $$;
create constraint trigger record_settles_before_commit after insert on record_dirty deferrable initially deferred for each row execute function record_settles();

-- Which rows belong to which record.
call record_tracks('place', 'record_id');
call record_tracks('indicator', 'record_id');
call record_tracks('organization', 'id');
call record_tracks('legal_document', 'id');
call record_tracks('article', 'id');
call record_tracks('speaker', 'id');
call record_tracks('meeting', 'id');
call record_tracks('meeting_counterpart', 'meeting_id');
call record_tracks('participation', 'meeting_id');
call record_tracks('participation', 'speaker_id');
call record_tracks('finding', 'meeting_id');
call record_tracks('decision', 'meeting_id');
call record_tracks('decision_seat', 'meeting_id');
call record_tracks('proposal', 'meeting_id');
call record_tracks('citation', 'meeting_id');
call record_tracks('media', 'meeting_id');
call record_tracks('source', 'meeting_id');
call record_tracks('evidence', 'meeting_id');
call record_tracks('directive', 'id');
call record_tracks('directive', 'meeting_id');
call record_tracks('directive_addressee', 'directive_id');
call record_tracks('directive_basis', 'directive_id');
call record_tracks('directive_progress', 'directive_id');
call record_tracks('observation', 'meeting_id');

-- Parts of a directive show in its meeting too.
create function directive_part_touch() returns trigger language plpgsql as $$
begin
    if tg_op in ('INSERT', 'UPDATE') then
        insert into record_dirty (id) select distinct d.meeting_id from new_rows n join directive d on d.id = n.directive_id on conflict do nothing;
    end if;
    if tg_op in ('DELETE', 'UPDATE') then
        insert into record_dirty (id) select distinct d.meeting_id from old_rows n join directive d on d.id = n.directive_id on conflict do nothing;
    end if;
    return null;
end $$;
create trigger touch_meeting_insert after insert on directive_addressee referencing new table as new_rows for each statement execute function directive_part_touch();
create trigger touch_meeting_update after update on directive_addressee referencing old table as old_rows new table as new_rows for each statement execute function directive_part_touch();
create trigger touch_meeting_delete after delete on directive_addressee referencing old table as old_rows for each statement execute function directive_part_touch();
create trigger touch_meeting_insert after insert on directive_basis referencing new table as new_rows for each statement execute function directive_part_touch();
create trigger touch_meeting_update after update on directive_basis referencing old table as old_rows new table as new_rows for each statement execute function directive_part_touch();
create trigger touch_meeting_delete after delete on directive_basis referencing old table as old_rows for each statement execute function directive_part_touch();

-- What shows a name is made again when the name changes. The lock waits for transactions that are just adding a reference, so that none keeps the old name.
create function meeting_shown_elsewhere() returns trigger language plpgsql as $$
begin
    insert into record_dirty (id)
        select id from directive where meeting_id = new.id
        union select id from observation where meeting_id = new.id
        union select speaker_id from participation where meeting_id = new.id and speaker_id is not null
    on conflict do nothing;
    return null;
end $$;
create trigger meeting_is_shown_elsewhere after update on meeting for each row
    when ((old.title, old.held_on, old.status, old.place_code) is distinct from (new.title, new.held_on, new.status, new.place_code)) execute function meeting_shown_elsewhere();

create function lock_before_rename() returns trigger language plpgsql as $$
begin
    execute format('select 1 from %I where %I = ($1).%I for update', tg_table_name, tg_argv[0], tg_argv[0]) using old;
    return new;
end $$;

create function organization_shown_elsewhere() returns trigger language plpgsql as $$
begin
    insert into record_dirty (id)
        select id from meeting where host_id = new.id
        union select meeting_id from meeting_counterpart where organization_id = new.id
        union select id from directive where issuer_organization_id = new.id
        union select meeting_id from directive where issuer_organization_id = new.id
    on conflict do nothing;
    return null;
end $$;
create trigger organization_waits before update of name, kind on organization for each row execute function lock_before_rename('id');
create trigger organization_is_shown_elsewhere after update on organization for each row
    when ((old.name, old.kind) is distinct from (new.name, new.kind)) execute function organization_shown_elsewhere();

create function speaker_shown_elsewhere() returns trigger language plpgsql as $$
begin
    insert into record_dirty (id)
        select meeting_id from participation where speaker_id = new.id
        union select id from directive where issuer_speaker_id = new.id
        union select meeting_id from directive where issuer_speaker_id = new.id
    on conflict do nothing;
    return null;
end $$;
create trigger speaker_waits before update of name on speaker for each row execute function lock_before_rename('id');
create trigger speaker_is_shown_elsewhere after update on speaker for each row when (old.name <> new.name) execute function speaker_shown_elsewhere();

create function legal_document_shown_elsewhere() returns trigger language plpgsql as $$
begin
    insert into record_dirty (id)
        select meeting_id from citation where document_id = new.id
        union select directive_id from directive_basis where document_id = new.id
        union select d.meeting_id from directive_basis b join directive d on d.id = b.directive_id where b.document_id = new.id
    on conflict do nothing;
    return null;
end $$;
create trigger legal_document_waits before update on legal_document for each row execute function lock_before_rename('id');
create trigger legal_document_is_shown_elsewhere after update on legal_document for each row
    when ((old.type, old.number, old.title, old.issuer, old.issued_on) is distinct from (new.type, new.number, new.title, new.issuer, new.issued_on)) execute function legal_document_shown_elsewhere();

create function article_shown_elsewhere() returns trigger language plpgsql as $$
begin
    insert into record_dirty (id) select meeting_id from source where article_id = new.id on conflict do nothing;
    return null;
end $$;
create trigger article_is_shown_elsewhere after update on article for each row execute function article_shown_elsewhere();

create function place_shown_elsewhere() returns trigger language plpgsql as $$
begin
    insert into record_dirty (id)
        select record_id from place where parent_code = new.code
        union select s.record_id from place_succession e join place s on s.code in (e.predecessor_code, e.successor_code) where new.code in (e.predecessor_code, e.successor_code)
        union select id from organization where place_code = new.code
        union select id from speaker where place_code = new.code
        union select id from meeting where place_code = new.code
        union select id from directive where place_code = new.code
        union select id from observation where place_code = new.code
    on conflict do nothing;
    return null;
end $$;
create trigger place_waits before update of name, level on place for each row execute function lock_before_rename('code');
create trigger place_is_shown_elsewhere after update on place for each row
    when ((old.name, old.level) is distinct from (new.name, new.level)) execute function place_shown_elsewhere();
create function place_succession_touch() returns trigger language plpgsql as $$
begin
    insert into record_dirty (id) select p.record_id from place p
        where p.code in (coalesce(new.predecessor_code, old.predecessor_code), coalesce(new.successor_code, old.successor_code)) on conflict do nothing;
    return null;
end $$;
create trigger place_succession_is_shown after insert or update or delete on place_succession for each row execute function place_succession_touch();
