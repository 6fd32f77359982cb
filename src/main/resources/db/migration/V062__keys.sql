-- Keys: who may write, where.
create table access_key (
    id         uuid primary key,
    name       text not null,
    role       text not null,
    places     text[] not null default '{}',
    created_at timestamptz not null default date_trunc('milliseconds', now()),
    created_by text not null,
    expires_at timestamptz,
    revoked_at timestamptz,
    revoked_by text,
    constraint access_key_named check (name <> ''),
    constraint access_key_role_known check (role in ('reader', 'editor', 'reviewer', 'admin')),
    constraint access_key_is_local check ((role in ('editor', 'reviewer')) = (places <> '{}'))
);
create index access_key_newest_first on access_key (created_at desc, id desc);

-- A rotated key has two for a time. Of a secret its hash is kept, under a salt of its own; it is found by its public part.
create table access_key_secret (
    public_part text primary key,
    key_id      uuid not null references access_key,
    salt        bytea not null,
    hash        bytea not null,
    created_at  timestamptz not null default clock_timestamp(),
    valid_until timestamptz
);
create index access_key_secret_of on access_key_secret (key_id, created_at desc);

create function access_key_is_valid(k access_key) returns boolean language sql stable parallel safe as $$
    select k.revoked_at is null and coalesce(k.expires_at > now(), true)
$$;

-- A key as it is answered, without any secret.
create view access_key_document as
select k.id, 'key' as kind, k.id::text as key,
    json_strip_nulls(json_build_object('id', k.id, 'name', k.name, 'role', k.role, 'places', k.places,
        'prefix', (select 'bb_' || s.public_part from access_key_secret s where s.key_id = k.id order by s.created_at desc limit 1),
        'previousValidUntil', (select instant_text(max(s.valid_until)) from access_key_secret s where s.key_id = k.id and s.valid_until > now() and access_key_is_valid(k)),
        'createdAt', instant_text(k.created_at), 'createdBy', k.created_by, 'expiresAt', instant_text(k.expires_at), 'revokedAt', instant_text(k.revoked_at)))::text as document
from access_key k;

-- An answer is repeated only to the one who got it first.
alter table idempotency add column caller text not null default '';
alter table idempotency drop constraint idempotency_pkey;
alter table idempotency add primary key (caller, key, path);
