-- Who wants to be told that the feed has grown. The secret is needed to sign, so that it is kept as it is; it is shown to nobody.
create table webhook (
    id              uuid primary key,
    url             text not null,
    secret          bytea not null,
    types           text[] not null default '{}',
    place_code      text references place,
    status          text not null default 'active',
    -- How far in the feed it has been told.
    position        text not null,
    created_at      timestamptz not null default date_trunc('milliseconds', now()),
    created_by      text not null,
    failures        integer not null default 0,
    last_success_at timestamptz,
    last_error      text,
    last_error_at   timestamptz,
    next_try_at     timestamptz not null default now(),
    -- Until then somebody is at it; a process that dies meanwhile leaves it to others.
    taken_until     timestamptz,
    constraint webhook_status_known check (status in ('active', 'paused'))
);
create index webhook_by_creation on webhook (created_at desc, id desc);

create view webhook_document as
select w.id, w.id::text as key,
    json_strip_nulls(json_build_object('id', w.id, 'url', w.url, 'types', w.types, 'place', w.place_code, 'status', w.status, 'position', w.position,
        'createdAt', instant_text(w.created_at), 'createdBy', w.created_by, 'failures', w.failures, 'lastSuccessAt', instant_text(w.last_success_at),
        'lastError', w.last_error, 'lastErrorAt', instant_text(w.last_error_at),
        'nextTryAt', case when w.failures > 0 and w.status = 'active' then instant_text(w.next_try_at) end))::text as document
from webhook w;
