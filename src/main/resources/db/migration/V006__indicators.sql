-- The catalogue of measures.
create table indicator (
    code        text primary key,
    label_vi    text not null,
    label_en    text not null,
    unit        text not null,
    topic       text not null,
    aggregation text not null,
    parent_code text references indicator,
    direction   text not null default 'none',
    record_id   uuid not null generated always as (md5('indicator:' || code)::uuid) stored unique,
    constraint indicator_code_plain check (code ~ '^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$'),
    constraint indicator_aggregation_known check (aggregation in ('sum', 'average', 'none')),
    constraint indicator_direction_known check (direction in ('up', 'down', 'none')),
    constraint indicator_is_not_its_own_parent check (parent_code <> code)
);
create index indicator_by_parent on indicator (parent_code);
create index indicator_by_label_vi on indicator (label_vi collate "vi-x-icu", code);

-- A measure that is, through other measures, a part of itself has no meaning.
create function indicator_has_no_cycle() returns trigger language plpgsql as $$
begin
    if exists (with recursive up as (
            select new.parent_code as code
            union select i.parent_code from indicator i join up on i.code = up.code)
        select 1 from up where code = new.code) then
        raise exception 'indicator % would be part of itself', new.code using errcode = 'check_violation', constraint = 'indicator_has_no_cycle';
    end if;
    return null;
end $$;
create constraint trigger indicator_parents_have_no_cycle after insert or update of parent_code on indicator deferrable initially deferred
    for each row when (new.parent_code is not null) execute function indicator_has_no_cycle();

-- Units that measure the same, and the power of ten between them. Expressions only, so that they are inlined into the queries that use them.
create function unit_quantity(unit text) returns text language sql immutable parallel safe as $$
    select case
        when unit in ('tonne', 'quintal', 'kg', 'g') then 'mass'
        when unit in ('ha', 'm2', 'km2') then 'area'
        when unit in ('m', 'km') then 'length'
        when unit in ('tonne/ha', 'quintal/ha', 'kg/ha') then 'yield'
        when unit in ('percent', 'permille') then 'ratio'
        when unit in ('kW', 'MW') then 'power'
        when unit in ('kWh', 'MWh') then 'energy'
        when unit in ('m3', 'liter') then 'volume'
    end
$$;
create function unit_power(unit text) returns integer language sql immutable parallel safe as $$
    select case
        when unit in ('km', 'MW', 'MWh') then 3
        when unit = 'km2' then 2
        when unit in ('quintal', 'quintal/ha', 'permille') then -1
        when unit in ('kg', 'kg/ha', 'liter') then -3
        when unit = 'm2' then -4
        when unit = 'g' then -6
        else 0
    end
$$;

-- What a number in one unit is multiplied by to be one in the other; null where they do not measure the same. A power of ten, so that it is exact.
create function unit_factor(from_unit text, to_unit text) returns numeric language sql immutable parallel safe as $$
    select case
        when from_unit is not distinct from to_unit then 1
        when unit_quantity(from_unit) = unit_quantity(to_unit) then trim_scale(power(10::numeric, unit_power(from_unit) - unit_power(to_unit)))
    end
$$;
