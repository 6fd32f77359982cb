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
