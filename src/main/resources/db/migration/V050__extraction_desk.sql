-- Articles are listed by title and by the day they were published; what the machine read is kept beside them.

-- The publication date is kept as stated, with or without a time, and may name a day that does not exist.
create function article_day(published_at text, last boolean) returns date language plpgsql immutable parallel safe as $$
begin
    return case when last then date_last(left(published_at, 10)) else date_first(left(published_at, 10)) end;
exception when others then
    return null;
end $$;
alter table article
    add column published_from date generated always as (article_day(published_at, false)) stored,
    add column published_to date generated always as (article_day(published_at, true)) stored,
    -- An article without a date sorts before all others.
    add column published_sort date not null generated always as (coalesce(article_day(published_at, false), '0001-01-01')) stored;
create index article_newest_first on article (published_sort desc, id desc);
create index article_by_title on article (title collate "vi-x-icu", id);

-- What the machine read from an article: the meeting's document as it was first made, before anybody corrected it.
create table extraction_draft (
    article_id uuid primary key references article on delete cascade,
    -- Null where the article reports no meeting, or the meeting was deleted.
    meeting_id uuid references meeting on delete set null,
    draft      jsonb,
    warnings   jsonb not null,
    made_at    timestamptz not null default now(),
    program    text not null,
    constraint extraction_draft_one_per_meeting unique (meeting_id)
);
create index extraction_draft_by_time on extraction_draft (made_at) where meeting_id is not null;

-- A place's name without the word for its level ('Thị xã Kinh Môn' is named 'Kinh Môn').
create function place_own_name(name text) returns text language sql immutable strict parallel safe as $$
    select regexp_replace(name_key(name), '^(' || (
        select string_agg(name_key(word), '|') from unnest(array['tỉnh', 'thành phố', 'thị xã', 'huyện', 'quận', 'xã', 'phường', 'thị trấn', 'đặc khu']) word) || ') ', '')
$$;
