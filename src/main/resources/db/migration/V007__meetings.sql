-- One sitting of one or more bodies, with all that was said and decided.
create table meeting (
    id            uuid primary key,
    status        text not null default 'draft',
    title         text not null,
    kind          text not null,
    extended      boolean,
    ordinal       integer,
    term_number   text,
    term_years    text,
    held_on       text,
    day_part      text,
    mode          text,
    online_links  text[] not null default '{}',
    host_id       uuid references organization,
    place_code    text not null references place,
    review_period text,
    held_from     date generated always as (date_first(held_on)) stored,
    held_to       date generated always as (date_last(held_on)) stored,
    -- A meeting without a stated date sorts before all others.
    held_sort     date not null generated always as (coalesce(date_first(held_on), '0001-01-01')) stored,
    constraint meeting_title_stated check (title <> ''),
    constraint meeting_status_known check (status in ('draft', 'published', 'retracted')),
    constraint meeting_kind_known check (kind in ('briefing', 'working_session', 'committee_conference', 'conference', 'thematic_conference', 'council_session', 'regular_session', 'other')),
    constraint meeting_mode_known check (mode in ('in_person', 'online', 'hybrid')),
    constraint meeting_day_part_known check (day_part in ('morning', 'afternoon', 'evening')),
    constraint meeting_ordinal_positive check (ordinal > 0),
    constraint meeting_held_on_is_a_date check (is_partial_date(held_on)),
    constraint meeting_review_period_runs_forward check (is_period(review_period)),
    constraint meeting_term_years_run_forward check (is_period(term_years))
);
create index meeting_newest_first on meeting (held_sort desc, id desc) where status = 'published';
create index meeting_of_place_newest_first on meeting (place_code, held_sort desc, id desc);
create index meeting_by_title on meeting (title collate "vi-x-icu", id);
create index meeting_of_host on meeting (host_id);
create index meeting_by_date on meeting (held_from, held_to);
create index meeting_drafts on meeting (held_sort desc, id desc) where status <> 'published';

create table meeting_counterpart (
    meeting_id      uuid not null references meeting on delete cascade,
    position        integer not null,
    organization_id uuid not null references organization,
    primary key (meeting_id, position),
    constraint meeting_counterpart_once unique (meeting_id, organization_id)
);
create index meeting_counterpart_of on meeting_counterpart (organization_id, meeting_id);

-- Who took part, as whom, with the posts held on that day; a group is present without names.
create table participation (
    meeting_id uuid not null references meeting on delete cascade,
    position   integer not null,
    speaker_id uuid references speaker,
    group_name text,
    roles      text[] not null,
    posts      text[] not null default '{}',
    primary key (meeting_id, position),
    constraint participation_speaker_or_group check (num_nonnulls(speaker_id, group_name) = 1),
    constraint participation_once_per_speaker unique (meeting_id, speaker_id),
    constraint participation_roles_known check (roles <> '{}' and roles <@ array['chair', 'co_chair', 'concluding_speaker', 'speaker', 'presenter', 'attendee', 'mentioned'])
);
create index participation_of_speaker on participation (speaker_id, meeting_id) where speaker_id is not null;

create table finding (
    meeting_id uuid not null references meeting on delete cascade,
    position   integer not null,
    kind       text not null,
    text       text not null,
    topics     text[] not null default '{}',
    primary key (meeting_id, position),
    constraint finding_kind_known check (kind in ('result', 'limitation', 'cause')),
    constraint finding_text_stated check (text <> '')
);
create index finding_by_topic on finding using gin (topics);

create table decision (
    meeting_id uuid not null references meeting on delete cascade,
    position   integer not null,
    text       text not null,
    outcome    text not null,
    primary key (meeting_id, position),
    constraint decision_text_stated check (text <> ''),
    constraint decision_outcome_known check (outcome in ('adopted', 'rejected', 'postponed', 'noted'))
);
create table decision_seat (
    meeting_id        uuid not null,
    decision_position integer not null,
    position          integer not null,
    bloc              text not null,
    seats             integer not null,
    primary key (meeting_id, decision_position, position),
    foreign key (meeting_id, decision_position) references decision on delete cascade,
    constraint decision_seat_count_not_negative check (seats >= 0)
);

-- A request from a subordinate body, with its answer.
create table proposal (
    meeting_id uuid not null references meeting on delete cascade,
    position   integer not null,
    text       text not null,
    proposer   text,
    answer     text,
    answered_by text,
    topics     text[] not null default '{}',
    primary key (meeting_id, position),
    constraint proposal_text_stated check (text <> '')
);

-- Cited documents; the label is what this report calls it.
create table citation (
    meeting_id  uuid not null references meeting on delete cascade,
    position    integer not null,
    document_id uuid not null references legal_document,
    label       text,
    primary key (meeting_id, position),
    constraint citation_once_per_document unique (meeting_id, document_id)
);
create index citation_of_document on citation (document_id, meeting_id);

create table media (
    meeting_id uuid not null references meeting on delete cascade,
    position   integer not null,
    kind       text not null,
    caption    text,
    url        text,
    primary key (meeting_id, position),
    constraint media_kind_known check (kind in ('photo', 'video', 'audio', 'file'))
);

create table source (
    meeting_id uuid not null references meeting on delete cascade,
    position   integer not null,
    article_id uuid not null references article,
    primary key (meeting_id, position),
    constraint source_once_per_article unique (meeting_id, article_id)
);
create index source_of_article on source (article_id, meeting_id);

-- Which span of which article supports which field; offsets count code points of the article's text.
create table evidence (
    meeting_id   uuid not null references meeting on delete cascade,
    position     integer not null,
    pointer      text not null,
    article_id   uuid not null references article,
    start_offset integer not null,
    end_offset   integer not null,
    quote        text not null,
    confidence   numeric,
    primary key (meeting_id, position),
    constraint evidence_span_runs_forward check (0 <= start_offset and start_offset < end_offset),
    constraint evidence_confidence_is_a_share check (confidence between 0 and 1)
);
create index evidence_of_article on evidence (article_id);
