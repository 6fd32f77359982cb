-- What was instructed to whom, and what became of it.
create table directive (
    id                     uuid primary key,
    meeting_id             uuid not null references meeting on delete cascade,
    ordinal                integer not null,
    text                   text not null,
    issuer_speaker_id      uuid references speaker,
    issuer_organization_id uuid references organization,
    due_on                 text,
    due_text               text,
    topics                 text[] not null default '{}',
    due_last               date generated always as (date_last(due_on)) stored,
    due_sort               date not null generated always as (coalesce(date_last(due_on), '9999-12-31')) stored,
    -- Copied from the meeting by trigger, so that lists over all meetings are one index walk.
    status                 text not null,
    place_code             text not null,
    held_sort              date not null,
    constraint directive_text_stated check (text <> ''),
    constraint directive_ordinal_positive check (ordinal > 0),
    constraint directive_ordinal_once_per_meeting unique (meeting_id, ordinal) deferrable initially deferred,
    constraint directive_one_issuer check (num_nonnulls(issuer_speaker_id, issuer_organization_id) <= 1),
    constraint directive_due_on_is_a_date check (is_partial_date(due_on))
);
create index directive_newest_first on directive (held_sort desc, id desc) where status = 'published';
create index directive_of_place_newest_first on directive (place_code, held_sort desc, id desc);
create index directive_by_deadline on directive (due_sort, id) where status = 'published';
create index directive_by_speaker on directive (issuer_speaker_id) where issuer_speaker_id is not null;
create index directive_by_organization on directive (issuer_organization_id) where issuer_organization_id is not null;
create index directive_by_topic on directive using gin (topics);

create table directive_addressee (
    directive_id    uuid not null references directive on delete cascade,
    position        integer not null,
    name            text not null,
    role            text not null default 'lead',
    organization_id uuid references organization,
    primary key (directive_id, position),
    constraint directive_addressee_named check (name <> ''),
    constraint directive_addressee_role_known check (role in ('lead', 'coordinating', 'informed'))
);
create index directive_addressee_by_name on directive_addressee (fold(name), directive_id);
create index directive_addressee_by_organization on directive_addressee (organization_id, directive_id) where organization_id is not null;

create table directive_basis (
    directive_id uuid not null references directive on delete cascade,
    position     integer not null,
    document_id  uuid references legal_document,
    text         text,
    primary key (directive_id, position),
    constraint directive_basis_document_or_text check (num_nonnulls(document_id, text) >= 1)
);
create index directive_basis_by_document on directive_basis (document_id, directive_id) where document_id is not null;

-- Reports on progress. They append to a timeline and are never rewritten.
create table directive_progress (
    id           uuid primary key,
    directive_id uuid not null references directive on delete cascade,
    state        text not null,
    text         text not null,
    reporter     text not null,
    reported_on  date not null,
    attachment   text,
    created_at   timestamptz not null default now(),
    constraint directive_progress_state_known check (state in ('not_started', 'in_progress', 'completed')),
    constraint directive_progress_text_stated check (text <> '')
);
create index directive_progress_latest on directive_progress (directive_id, reported_on desc, id desc);
create function directive_progress_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'a progress report is never rewritten' using errcode = 'integrity_constraint_violation';
end $$;
create trigger directive_progress_never_rewritten before update on directive_progress for each row execute function directive_progress_is_kept();

create function directive_follows_meeting() returns trigger language plpgsql as $$
begin
    select m.status, m.place_code, m.held_sort into new.status, new.place_code, new.held_sort from meeting m where m.id = new.meeting_id;
    return new;
end $$;
create trigger directive_takes_from_meeting before insert on directive for each row execute function directive_follows_meeting();

-- Decision 42/2014/QĐ-TTg as amended by 23/2018/QĐ-TTg sorts tasks by completion and by deadline; nothing of it is stored, because it depends on the day of asking.
create function directive_timeliness(state text, completed_on date, due_last date, as_of date) returns text language sql immutable parallel safe as $$
    select case
        when due_last is null then 'no_deadline'
        when state = 'completed' then case when completed_on <= due_last then 'on_time' else 'late' end
        when as_of > due_last then 'overdue'
        else 'not_due'
    end
$$;

-- The state on a day: the latest report up to then; completed since the first report of the unbroken run of 'completed' that ends there.
create function directive_state(of_directive uuid, due_last date, as_of date)
returns table (state text, timeliness text, completed_on date, days_late integer, updates integer) language sql stable parallel safe as $$
    select s.state, directive_timeliness(s.state, s.completed_on, due_last, as_of), s.completed_on,
        case when due_last is null then null
            when s.state = 'completed' then nullif(greatest(s.completed_on - due_last, 0), 0)
            else nullif(greatest(as_of - due_last, 0), 0) end,
        s.updates
    from (
        select coalesce((array_agg(p.state order by p.reported_on desc, p.id desc))[1], 'not_started') as state,
            case when (array_agg(p.state order by p.reported_on desc, p.id desc))[1] = 'completed' then
                min(p.reported_on) filter (where p.state = 'completed' and not exists (
                    select 1 from directive_progress later where later.directive_id = of_directive and later.reported_on <= as_of
                    and later.state <> 'completed' and (later.reported_on, later.id) > (p.reported_on, p.id)))
            end as completed_on,
            count(*)::integer as updates
        from directive_progress p where p.directive_id = of_directive and p.reported_on <= as_of
    ) s
$$;
create function directive_progress_json(of_directive uuid, due_last date, as_of date) returns json language sql stable parallel safe as $$
    select json_strip_nulls(json_build_object('state', state, 'timeliness', timeliness, 'asOf', as_of, 'completedOn', completed_on, 'daysLate', days_late, 'updates', updates))
    from directive_state(of_directive, due_last, as_of)
$$;
