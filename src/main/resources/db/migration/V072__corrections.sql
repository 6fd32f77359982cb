-- What readers report as wrong. Their words are for the reviewers of the place only; whoever filed one learns the outcome by its id.
create table correction (
    id              uuid primary key,
    meeting_id      uuid not null references record,
    meeting_version integer not null,
    pointer         text,
    text            text not null,
    right_value     text,
    source_url      text,
    contact         text,
    state           text not null default 'open',
    note            text,
    fixed_in        integer,
    decided_by      text,
    decided_at      timestamptz,
    created_at      timestamptz not null default date_trunc('milliseconds', now()),
    constraint correction_state_known check (state in ('open', 'accepted', 'declined')),
    constraint correction_decided_with_a_note check ((state = 'open') = (note is null) and (state = 'open') = (decided_at is null)),
    constraint correction_accepted_with_a_version check ((state = 'accepted') = (fixed_in is not null)),
    constraint correction_fixed_after_it_was_seen check (fixed_in > meeting_version),
    constraint correction_figure_with_its_source check (right_value is null or source_url is not null)
);
create index correction_of_meeting on correction (meeting_id, created_at desc, id desc);
create index correction_newest_first on correction (created_at desc, id desc);
create index correction_open on correction (created_at desc, id desc) where state = 'open';
call purge_covers('correction', 'meeting_id');

-- Who filed how many in the last hour. An address is kept for that hour only, as a hash.
create table correction_sender (
    sender   bytea not null,
    filed_at timestamptz not null default now()
);
create index correction_sender_lately on correction_sender (sender, filed_at);
create index correction_sender_by_age on correction_sender (filed_at);

-- As anyone who has the id sees it, and as reviewers do.
create function correction_json(c correction, whole boolean) returns json language sql immutable parallel safe as $$
    select json_strip_nulls(json_build_object(
        'id', c.id, 'meeting', c.meeting_id, 'version', c.meeting_version, 'state', c.state, 'createdAt', instant_text(c.created_at),
        'pointer', case when whole then c.pointer end, 'text', case when whole then c.text end,
        'rightValue', case when whole then c.right_value end, 'source', case when whole then c.source_url end,
        'contact', case when whole then c.contact end,
        'outcome', case when c.state <> 'open' then json_build_object('note', c.note, 'version', c.fixed_in, 'decidedAt', instant_text(c.decided_at),
            'decidedBy', case when whole then c.decided_by end) end))
$$;
create view correction_document as
select c.id, c.id::text as key, correction_json(c, true)::text as document from correction c;
