-- The first answer to a POST with an Idempotency-Key, kept for a day so that a repeated call gets it again.
create table idempotency (
    key        text not null,
    path       text not null,
    body_hash  bytea not null,
    status     integer,
    location   text,
    etag       text,
    body       text,
    created_at timestamptz not null default now(),
    primary key (key, path)
);
create index idempotency_by_age on idempotency (created_at);
