-- One stated value of an indicator for a place and a period, from a meeting or from another source.
create table observation (
    id                    uuid primary key,
    meeting_id            uuid references meeting on delete cascade,
    position              integer not null default 0,
    indicator_code        text references indicator,
    label                 text not null,
    parent_id             uuid references observation on delete set null deferrable initially deferred,
    place_code            text not null references place,
    value                 numeric,
    range_to              numeric,
    unit                  text,
    unit_multiplier       integer not null default 0,
    unit_label            text,
    comparator            text not null default 'exact',
    estimated             boolean not null default false,
    kind                  text not null default 'actual',
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
    stated_flags          text[] not null default '{}',
    flags                 text[] not null default '{}',
    status                text not null default 'published',
    held_sort             date not null default '0001-01-01',
    normalized_value      numeric generated always as (trim_scale(value * power(10::numeric, unit_multiplier))) stored,
    period_from           date generated always as (period_first(period)) stored,
    period_to             date generated always as (period_last(period)) stored,
    period_sort           date not null generated always as (coalesce(period_last(period), '0001-01-01')) stored,
    constraint observation_label_stated check (label <> ''),
    constraint observation_comparator_known check (comparator in ('exact', 'over', 'under', 'approx', 'at_least', 'at_most')),
    constraint observation_kind_known check (kind in ('actual', 'target', 'plan')),
    constraint observation_status_known check (status in ('draft', 'published', 'retracted')),
    constraint observation_period_runs_forward check (is_period(period)),
    constraint observation_multiplier_sane check (unit_multiplier between -12 and 18),
    constraint observation_value_in_range check (abs(value) < 1e24 and abs(whole) < 1e24),
    constraint observation_range_runs_forward check (range_to >= value),
    constraint observation_is_not_its_own_parent check (parent_id <> id),
    constraint observation_value_or_flag check (value is not null or plan_share is not null or share is not null or year_on_year is not null
        or year_on_year_absolute is not null or year_on_year_factor is not null or stated_flags <> '{}'),
    constraint observation_flags_known check (flags <@ array['malformed_number', 'sum_mismatch', 'ratio_mismatch', 'plan_mismatch', 'contradicted', 'outlier'])
);
create index observation_of_meeting on observation (meeting_id, position) where meeting_id is not null;
create index observation_of_parent on observation (parent_id) where parent_id is not null;
create index observation_latest_first on observation (period_sort desc, id desc);
create index observation_of_place_latest_first on observation (place_code, period_sort desc, id desc);
create index observation_of_indicator on observation (indicator_code, place_code, period_sort desc, id desc);
create index observation_of_indicator_latest_first on observation (indicator_code, period_sort desc, id desc);
create index observation_flagged on observation using gin (flags) where flags <> '{}';

create function observation_follows_meeting() returns trigger language plpgsql as $$
begin
    select m.status, m.held_sort into new.status, new.held_sort from meeting m where m.id = new.meeting_id;
    return new;
end $$;
create trigger observation_takes_from_meeting before insert or update of meeting_id on observation for each row when (new.meeting_id is not null) execute function observation_follows_meeting();

-- What a meeting's directives and observations copy from it moves with it.
create function meeting_moves_its_parts() returns trigger language plpgsql as $$
begin
    update directive set status = new.status, place_code = new.place_code, held_sort = new.held_sort where meeting_id = new.id;
    update observation set status = new.status, held_sort = new.held_sort where meeting_id = new.id;
    return null;
end $$;
create trigger meeting_is_followed after update on meeting for each row
    when (old.status <> new.status or old.place_code <> new.place_code or old.held_sort <> new.held_sort) execute function meeting_moves_its_parts();

-- A part that is, through other parts, part of itself has no meaning.
create function observation_has_no_cycle() returns trigger language plpgsql as $$
begin
    if exists (with recursive up as (
            select new.parent_id as id
            union select o.parent_id from observation o join up on o.id = up.id where o.parent_id is not null)
        select 1 from up where id = new.id) then
        raise exception 'observation % would be part of itself', new.id using errcode = 'check_violation', constraint = 'observation_has_no_cycle';
    end if;
    return null;
end $$;
create constraint trigger observation_parents_have_no_cycle after insert or update of parent_id on observation deferrable initially deferred
    for each row when (new.parent_id is not null) execute function observation_has_no_cycle();
