-- Files that are being entered: what is asked for, how far it is, what was refused; and the rows themselves until they are entered.

create table import_job (
    id         uuid primary key,
    -- In which order jobs came, for lists.
    seq        bigint generated always as identity,
    type       text not null,
    format     text not null,
    mode       text not null,
    dry_run    boolean not null,
    origin     text,
    subject    text not null,
    state      text not null,
    -- The database connection of the process that works on it: where that is gone, so is the job.
    owner      text not null,
    read       bigint not null default 0,
    written    bigint not null default 0,
    unchanged  bigint not null default 0,
    refused    bigint not null default 0,
    problem    text,
    arguments  jsonb not null default '[]',
    created_at timestamptz not null default now(),
    started_at timestamptz,
    ended_at   timestamptz,
    constraint import_job_state_known check (state in ('receiving', 'queued', 'running', 'done', 'failed', 'cancelled')),
    constraint import_job_mode_known check (mode in ('allOrNothing', 'skipInvalid')),
    constraint import_job_format_known check (format in ('ndjson', 'csv')),
    constraint import_job_ends_once check ((ended_at is not null) = (state in ('done', 'failed', 'cancelled')))
);
create index import_job_by_age on import_job (ended_at);
create unique index import_job_latest on import_job (seq);
create index import_job_of_subject on import_job (subject, seq);

-- A job whose process was killed has failed, whether or not anybody came to write that down: nothing of a transaction that did not commit is there.
create view import_job_now as
select j.id, j.seq, j.type, j.format, j.mode, j.dry_run, j.origin, j.subject, case when n.lost then 'failed' else j.state end as state, j.read, j.written, j.unchanged, j.refused,
    case when n.lost then 'import-interrupted' else j.problem end as problem, j.arguments, j.created_at, j.started_at, j.ended_at, n.lost
from import_job j, lateral (
    select j.ended_at is null and not exists (select 1 from pg_stat_activity a where a.pid || '@' || extract(epoch from a.backend_start) = j.owner) as lost) n;

-- What is wrong with a row, as often as something is.
create table import_fault (
    job       uuid not null references import_job on delete cascade,
    line      bigint not null,
    n         bigint generated always as identity,
    pointer   text not null,
    code      text not null,
    arguments jsonb not null default '[]',
    primary key (job, line, n)
);

-- What others call a record of ours.
create table record_external_id (
    origin      text not null,
    kind        text not null,
    external_id text not null,
    record_id   uuid not null,
    primary key (origin, kind, external_id)
);
create index record_external_id_of on record_external_id (record_id);

-- The rows of a file on their way. Unlogged: a crash ends the job that would have needed them.
create unlogged table import_row (
    job         uuid not null,
    line        bigint not null,
    id          uuid not null,
    -- Whether the id came with the row or from an earlier import of the same external id; else it is new.
    stated      boolean not null,
    external_id text,
    input       text not null
);
create index import_row_of_job on import_row (job, line);

create unlogged table import_observation (
    job                   uuid not null,
    line                  bigint not null,
    stated                boolean not null,
    external_id           text,
    parent                text,
    id                    uuid not null,
    meeting_id            uuid,
    position              integer not null,
    indicator_code        text,
    label                 text not null,
    parent_id             uuid,
    place_code            text not null,
    value                 numeric,
    range_to              numeric,
    unit                  text,
    unit_multiplier       integer not null,
    unit_label            text,
    comparator            text not null,
    estimated             boolean not null,
    kind                  text not null,
    period                text,
    plan_share            numeric,
    year_on_year          numeric,
    year_on_year_absolute numeric,
    year_on_year_factor   numeric,
    whole                 numeric,
    share                 numeric,
    raw                   text,
    source_title          text,
    source_url            text,
    stated_flags          text[] not null,
    status                text
);
create index import_observation_of_job on import_observation (job, line);
create index import_observation_stated on import_observation (id) where stated;

-- A purge reaches the names that others gave to what is purged.
do $$ begin
    if to_regprocedure('purge_covers(regclass, text)') is not null then
        call purge_covers('record_external_id', 'record_id');
    end if;
end $$;
