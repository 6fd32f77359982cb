create table organization (
    id         uuid primary key,
    name       text not null,
    kind       text not null,
    place_code text references place,
    status     text not null default 'published',
    constraint organization_name_stated check (name <> ''),
    constraint organization_kind_known check (kind in ('party_committee', 'standing_committee', 'standing_body', 'party_agency', 'peoples_council', 'peoples_committee',
        'fatherland_front', 'mass_organization', 'state_agency', 'armed_forces', 'judiciary', 'enterprise', 'school', 'community', 'other')),
    constraint organization_status_known check (status in ('draft', 'published', 'retracted'))
);
create unique index organization_one_name_per_place_and_kind on organization (name_key(name), coalesce(place_code, ''), kind);
create index organization_by_folded_name on organization (fold(name), id);
create index organization_by_place on organization (place_code, id);
create index organization_by_name on organization (name collate "vi-x-icu", id);

-- Legal documents that reports cite. Type, number and issuer together name a document.
create table legal_document (
    id        uuid primary key,
    type      text not null,
    number    text,
    title     text,
    issuer    text,
    issued_on text,
    status    text not null default 'published',
    constraint legal_document_type_known check (type in ('resolution', 'directive', 'plan', 'decision', 'conclusion', 'regulation', 'circular', 'decree', 'law',
        'official_letter', 'notice', 'guidance', 'programme', 'scheme', 'telegram', 'report', 'other')),
    constraint legal_document_is_named check (number is not null or title is not null),
    constraint legal_document_issued_on_is_a_date check (is_partial_date(issued_on)),
    constraint legal_document_status_known check (status in ('draft', 'published', 'retracted'))
);
create function number_key(number text) returns text language sql immutable strict parallel safe as $$
    select upper(regexp_replace(normalize(number, NFC), '[\s.]+', '', 'g'))
$$;
create unique index legal_document_one_number_per_type_and_issuer on legal_document (number_key(number), coalesce(name_key(issuer), ''), type) where number is not null;
create index legal_document_by_title on legal_document (name_key(title)) where number is null;
create index legal_document_by_issue on legal_document ((coalesce(date_first(issued_on), '0001-01-01')), id);

-- The source texts.
create table article (
    id           uuid primary key,
    url          text,
    title        text not null,
    publisher    text,
    authors      text[] not null default '{}',
    published_at text,
    text         text,
    text_hash    bytea generated always as (text_hash(text)) stored,
    status       text not null default 'published',
    constraint article_title_stated check (title <> ''),
    constraint article_status_known check (status in ('draft', 'published', 'retracted'))
);
create unique index article_one_per_address on article (url);
create index article_by_text on article (text_hash);
