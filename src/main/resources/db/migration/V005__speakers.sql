-- People who took part in meetings. Identity is decided by name and place; an editor merges and splits.
create table speaker (
    id          uuid primary key,
    name        text not null,
    place_code  text references place,
    status      text not null default 'published',
    merged_into uuid references speaker,
    constraint speaker_name_stated check (name <> ''),
    constraint speaker_status_known check (status in ('draft', 'published', 'retracted')),
    constraint speaker_is_not_merged_into_itself check (merged_into <> id)
);
create index speaker_by_folded_name on speaker (fold(name), id);
create index speaker_by_given_name on speaker ((given_name_first(name)) collate "vi-x-icu", id);
create index speaker_by_place on speaker (place_code, id);
create index speaker_merged on speaker (merged_into) where merged_into is not null;
