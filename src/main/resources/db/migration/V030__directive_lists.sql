-- Lists of directives over all meetings, their progress reports, and what a meeting brings to light when it is published.

-- Nearly all directives are published: one index serves everybody, and editors who see drafts need no other.
drop index directive_newest_first;
create index directive_newest_first on directive (held_sort desc, id desc);
drop index directive_by_deadline;
create index directive_by_deadline on directive (due_sort, id);
-- Folding a name costs far more than searching the folded one.
alter table directive_addressee add column folded text not null generated always as (fold(name)) stored;

-- A progress report as it is answered.
create view directive_progress_document as
select p.id, 'directive' as kind, p.id::text as key,
    json_strip_nulls(json_build_object('id', p.id, 'state', p.state, 'text', p.text, 'reporter', p.reporter, 'reportedOn', p.reported_on,
        'attachment', p.attachment, 'createdAt', instant_text(p.created_at)))::text as document
from directive_progress p;

-- What came with a draft is shown to all once the meeting is.
create procedure meeting_publish_shown(of_meeting uuid) language sql as $$
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
