-- What the rules about places need: documents and articles are at home somewhere, and a draft of one place never stands in the way of another's.

create or replace view legal_document_body as
select d.id, 'document' as kind, d.id::text as key, d.status, d.place_code, null::uuid as merged_into,
    json_strip_nulls(json_build_object('type', d.type, 'number', d.number, 'title', d.title, 'issuer', d.issuer, 'issuedOn', d.issued_on,
        'place', (select json_build_object('code', p.code, 'name', p.name, 'level', p.level) from place p where p.code = d.place_code)))::text as body
from legal_document d;

create or replace view article_body as
select a.id, 'article' as kind, a.id::text as key, a.status, a.place_code, null::uuid as merged_into,
    json_strip_nulls(json_build_object('title', a.title, 'url', a.url, 'publisher', a.publisher, 'authors', a.authors, 'publishedAt', a.published_at,
        'place', (select json_build_object('code', p.code, 'name', p.name, 'level', p.level) from place p where p.code = a.place_code),
        'textHash', encode(a.text_hash, 'hex'), 'text', a.text))::text as body
from article a;

create or replace function place_shown_elsewhere() returns trigger language plpgsql as $$
begin
    insert into record_dirty (id)
        select record_id from place where parent_code = new.code
        union select s.record_id from place_succession e join place s on s.code in (e.predecessor_code, e.successor_code) where new.code in (e.predecessor_code, e.successor_code)
        union select id from organization where place_code = new.code
        union select id from speaker where place_code = new.code
        union select id from meeting where place_code = new.code
        union select id from directive where place_code = new.code
        union select id from observation where place_code = new.code
        union select id from legal_document where place_code = new.code
        union select id from article where place_code = new.code
    on conflict do nothing;
    return null;
end $$;

-- A number is one published document's. Drafts of different places may bear the number of the same one, for neither office sees the other's.
drop index legal_document_one_number_per_type_and_issuer;
create unique index legal_document_one_number_per_type_and_issuer on legal_document
    (number_key(number), coalesce(name_key(issuer), ''), type, (case status when 'published' then '' else coalesce(place_code, '') end)) where number is not null;
-- Each office keeps its own copy of what was published at an address.
drop index article_one_per_address;
create unique index article_one_per_address on article (url, coalesce(place_code, ''));

-- Whose draft comes second finds the document published: what referred to the draft refers to that one from then on.
create procedure legal_document_join_published(of_meeting uuid) language plpgsql as $$
declare
    twin record;
begin
    for twin in
        select d.id as draft, p.id as published
        from legal_document d join legal_document p on number_key(p.number) = number_key(d.number) and p.type = d.type
            and coalesce(name_key(p.issuer), '') = coalesce(name_key(d.issuer), '') and p.status = 'published'
        where d.status = 'draft' and d.id in (
            select document_id from citation where meeting_id = of_meeting
            union select b.document_id from directive_basis b join directive i on i.id = b.directive_id where i.meeting_id = of_meeting)
    loop
        delete from citation c where c.document_id = twin.draft and exists (select 1 from citation o where o.meeting_id = c.meeting_id and o.document_id = twin.published);
        update citation set document_id = twin.published where document_id = twin.draft;
        update directive_basis set document_id = twin.published where document_id = twin.draft;
        delete from legal_document where id = twin.draft;
    end loop;
end $$;

-- What came with a draft is shown to all once the meeting is.
create or replace procedure meeting_publish_shown(of_meeting uuid) language sql as $$
    call legal_document_join_published(of_meeting);
    update speaker set status = 'published' where status = 'draft' and id in (
        select speaker_id from participation where meeting_id = of_meeting
        union select issuer_speaker_id from directive where meeting_id = of_meeting);
    update organization set status = 'published' where status = 'draft' and id in (
        select host_id from meeting where id = of_meeting
        union select organization_id from meeting_counterpart where meeting_id = of_meeting
        union select issuer_organization_id from directive where meeting_id = of_meeting
        union select a.organization_id from directive_addressee a join directive d on d.id = a.directive_id where d.meeting_id = of_meeting);
    update legal_document set status = 'published' where status = 'draft' and id in (
        select document_id from citation where meeting_id = of_meeting
        union select b.document_id from directive_basis b join directive d on d.id = b.directive_id where d.meeting_id = of_meeting);
    update article set status = 'published' where status = 'draft' and id in (select article_id from source where meeting_id = of_meeting);
$$;

-- A document without what follows from other records' changes: the timeline of posts, the flags of figures, and in a meeting the
-- figures themselves, which are records of their own.
create function record_essence(kind text, document text) returns jsonb language sql immutable strict parallel safe as $$
    select document::jsonb - array['version', 'updatedAt', case kind when 'speaker' then 'posts' when 'observation' then 'flags' when 'meeting' then 'observations' else 'version' end]
$$;

-- What was entered before is at home in the one place whose meetings show it; what several show belongs to all.
update legal_document d set place_code = m.place_code
from (select s.document_id, min(t.place_code) as place_code
    from (select document_id, meeting_id from citation union select b.document_id, i.meeting_id from directive_basis b join directive i on i.id = b.directive_id where b.document_id is not null) s
    join meeting t on t.id = s.meeting_id group by s.document_id having count(distinct t.place_code) = 1) m
where m.document_id = d.id;
update article a set place_code = m.place_code
from (select s.article_id, min(t.place_code) as place_code from source s join meeting t on t.id = s.meeting_id group by s.article_id having count(distinct t.place_code) = 1) m
where m.article_id = a.id;
