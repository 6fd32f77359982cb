-- Following other instances: whom, how far, and what came from where.

-- One row for each upstream of the configuration. What the copy holds and the cursor that says how far it goes change in one transaction.
create table upstream (
    name            text primary key,
    -- What is followed: address, filter and types. When it changes, a new snapshot is taken.
    subject         text not null,
    instance        uuid,
    state           text not null default 'snapshot',
    cursor          text,
    followed_since  timestamptz not null default now(),
    tried_at        timestamptz,
    -- When the copy last held all that the upstream had.
    current_at      timestamptz,
    error           text,
    error_at        timestamptz,
    -- The process that follows it just now; others leave it alone until then.
    holder          uuid,
    held_until      timestamptz not null default '-infinity',
    constraint upstream_state_known check (state in ('snapshot', 'following', 'resync'))
);

-- Which upstream a record comes from, and the version it has there; the owner may be yet another instance (record_origin).
-- Version 0 is a record that others refer to and that has not been seen itself.
create table mirror (
    record_id uuid primary key,
    kind      text not null,
    upstream  text not null,
    version   integer not null,
    -- It was looked for at the upstream, and is not to be had there.
    withheld  boolean not null default false
);
create index mirror_by_upstream on mirror (upstream, kind, record_id);
create index mirror_unseen on mirror (upstream, record_id) where version = 0 and not withheld;

-- A snapshot as it arrives, before it is taken over in batches; kept until the end to tell what is no longer there.
-- Unlogged: after a crash of the database it is fetched again.
create unlogged table mirror_staged (
    upstream  text not null,
    kind      text not null,
    record_id uuid not null,
    key       text not null,
    version   integer not null,
    document  text not null,
    taken     boolean not null default false,
    primary key (upstream, record_id)
);
create index mirror_staged_waiting on mirror_staged (upstream, kind, record_id) where not taken;

-- The kinds that have arrived whole, each with where the feed goes on from it. Unlogged like what it tells of: a crash takes both.
create unlogged table mirror_arrived (
    upstream text not null,
    plural   text not null,
    cursor   text not null,
    position bigint generated always as identity,
    primary key (upstream, plural)
);

-- What could not be taken over: kept with its error, and tried again. Nothing is dropped silently.
create table mirror_parked (
    upstream    text not null,
    record_id   uuid not null,
    kind        text not null,
    key         text not null,
    version     integer not null,
    action      text not null,
    merged_into uuid,
    document    text,
    origin      jsonb,
    error       text not null,
    faults      jsonb,
    parked_at   timestamptz not null default now(),
    tried_at    timestamptz not null default now(),
    tries       integer not null default 1,
    primary key (upstream, record_id)
);

-- The envelope of a document differs between instances; the rest must not.
create function document_content(document text) returns text language sql immutable strict parallel safe as $$
    select regexp_replace(document, '^\{"id":"[^"]*","version":\d+,("status":"[^"]*"),"createdAt":"[^"]*","updatedAt":"[^"]*"(,"origin":\{[^}]*\})?', '{\1')
$$;

-- Each instance keeps its own record of one and the same body, document or page, so that one who follows several holds it more than once.
-- What it writes itself stays unique.
create function mirrored_rows() returns trigger language plpgsql as $$
begin
    new.mirrored := exists (select 1 from record_origin where record_id = new.id);
    return new;
end $$;
alter table organization add column mirrored boolean not null default false;
alter table legal_document add column mirrored boolean not null default false;
alter table article add column mirrored boolean not null default false;
create trigger organization_tells_mirrored before insert on organization for each row execute function mirrored_rows();
create trigger legal_document_tells_mirrored before insert on legal_document for each row execute function mirrored_rows();
create trigger article_tells_mirrored before insert on article for each row execute function mirrored_rows();
drop index organization_one_name_per_place_and_kind;
create unique index organization_one_name_per_place_and_kind on organization (name_key(name), coalesce(place_code, ''), kind) where not mirrored;
create index organization_by_name_and_place on organization (name_key(name), coalesce(place_code, ''), kind);
drop index legal_document_one_number_per_type_and_issuer;
create unique index legal_document_one_number_per_type_and_issuer on legal_document
    (number_key(number), coalesce(name_key(issuer), ''), type, (case status when 'published' then '' else coalesce(place_code, '') end)) where number is not null and not mirrored;
create index legal_document_by_number on legal_document (number_key(number), coalesce(name_key(issuer), ''), type) where number is not null;
drop index article_one_per_address;
create unique index article_one_per_address on article (url, coalesce(place_code, '')) where not mirrored;
create index article_by_address on article (url);
